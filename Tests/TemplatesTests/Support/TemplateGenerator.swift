/// Makes random templates from pieces of the language, most of them wrong.
struct TemplateGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// The next number below a bound.
  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  private mutating func pick(_ words: [String]) -> String { words[next(words.count)] }

  private static let pieces = [
    "{{", "}}", "{%", "%}", "{#", "#}", "{%-", "-%}", "{{-", "-}}", " ", "\n", "\r\n", "a", "<",
    ">",
    "\"", "'", "if", "else", "elif", "endif", "for", "in", "endfor", "set", "endset", "block",
    "endblock", "macro", "endmacro", "call", "endcall", "filter", "endfilter", "raw", "endraw",
    "with", "endwith", "include", "import", "from", "extends", "recursive", "is", "not", "and",
    "or",
    "x", "xs", "post", "loop", "caller", "super", "(", ")", "[", "]", "{", "}", ".", ",", ":", "|",
    "~", "+", "-", "*", "**", "/", "//", "==", "<=", "1", "2.5", "'s'", "true", "none", "é", "💥",
    "\u{0}", "\\", "{% if x %}", "{% endif %}", "{% for x in xs %}", "{% endfor %}", "{{ x }}",
    "{{ post.title|upper }}", "<script>", "</script>", "<a href=\"", "\">", "<style>", "`", "${",
    "{% macro m(a) %}", "{% endmacro %}", "{{ m(1) }}", "{% include 'b.html' %}", "<!--", "-->",
    "{% block a %}", "{% endblock %}", "namespace(n=0)", "range(3)", "{% set x = 1 %}", "_", "1e9",
  ]

  /// A row of pieces that mostly makes no sense.
  mutating func noise() -> String {
    (0..<next(40) + 1).map { _ in pick(Self.pieces) }.joined()
  }

  /// A template that is mostly right.
  mutating func template(depth: Int = 3) -> String {
    (0..<next(3) + 1).map { _ in statement(depth) }.joined()
  }

  private mutating func statement(_ depth: Int) -> String {
    let kind = depth == 0 ? next(3) : next(12)
    switch kind {
    case 0: return pick(["text", " \n", "<p class=\"c\">", "</p>", "<a href=\"/\">", "&amp;"])
    case 1, 2: return "{{ \(expression(2)) }}"
    case 3: return "{% if \(expression(2)) %}\(template(depth: depth - 1)){% endif %}"
    case 4:
      return "{% if \(expression(1)) %}a{% else %}\(template(depth: depth - 1)){% endif %}"
    case 5:
      return "{% for x in \(list(1)) %}\(template(depth: depth - 1)){{ loop.index }}{% endfor %}"
    case 6: return "{% set y = \(expression(2)) %}{{ y }}"
    case 7: return "{% set y %}\(template(depth: depth - 1)){% endset %}{{ y }}"
    case 8:
      return
        "{% macro f(a) %}\(template(depth: depth - 1)){{ a }}{% endmacro %}{{ f(\(expression(1))) }}"
    case 9: return "<i title=\"\(template(depth: depth - 1))\"></i>"
    case 10: return "<script>v = {{ \(expression(1)) }};</script>"
    default: return "{% include 'b.html' %}"
    }
  }

  private mutating func list(_ depth: Int) -> String {
    pick([
      "xs", "range(3)", "[1, 'a', none]", "posts", "'abc'", "m", "xs|sort",
      "posts|map(attribute='t')",
    ])
  }

  private mutating func expression(_ depth: Int) -> String {
    if depth == 0 {
      return pick([
        "x", "n", "s", "xs", "none", "1", "2.5", "'<s>'", "true", "m.k", "posts[0].t", "u",
      ])
    }
    let (left, right) = (expression(depth - 1), expression(depth - 1))
    switch next(7) {
    case 0: return "(\(left) \(pick(["+", "-", "*", "/", "//", "%", "**"])) \(right))"
    case 1: return "(\(left) \(pick(["==", "<", "in", "and", "or", "~"])) \(right))"
    case 2:
      let filters = [
        "upper", "length", "default('d')", "join", "first", "tojson", "safe", "int", "round",
        "truncate(3)", "list", "sort", "sum", "urlencode", "string", "batch(2)", "items", "e",
      ]
      return "(\(left))|\(pick(filters))"
    case 3: return "(\(left) if \(right) else \(expression(depth - 1)))"
    case 4: return "(\(left) is \(pick(["defined", "none", "string", "number", "odd", "mapping"])))"
    case 5: return "[\(left), \(right)]"
    default: return "(\(left))[\(right)]"
    }
  }
}
