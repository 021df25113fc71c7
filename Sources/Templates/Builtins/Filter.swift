/// The filters that are part of the language.
enum Filter: UInt8, Sendable, CaseIterable {
  case abs, attr, batch, capitalize, center, count, date, `default`, dictsort, escape
  case filesizeformat, first, float, forceescape, format, get, groupby, indent, int, items, join
  case keys, last, length, list, lower, map, max, min, nth, pluralize, range, reject
  case rejectattr, replace, reverse, round, safe, safeStyle, safeScript, safeURL, select
  case selectattr, slice, sort, split, string, striptags, sum, title, tojson, trim, truncate
  case unique, upper, urlencode, values, wordcount, wordwrap, xmlattr
  /// Sorts the list of the first argument by the keys in the second.
  case sortByKeys
  case groupByKeys
  case uniqueByKeys
  case minByKeys
  case maxByKeys
}

/// The parameters of a filter or function, and the other names it is known by.
struct BuiltinSignature<Callee: Sendable>: Sendable {
  let name: String
  let callee: Callee
  let parameters: [Parameter]
  /// Whether further arguments are taken, with and without names.
  var isVariadic = false

  struct Parameter: Sendable {
    let name: String
    /// What the parameter is called in related engines.
    let aliases: [String]
    /// The value of an argument left out; `nil` if it may not be left out.
    let fallback: Constant?
  }
}

extension BuiltinSignature {
  /// Declares parameters from a text such as `count fill_with|with=none`, for a table that reads
  /// like documentation.
  init(_ name: String, _ callee: Callee, _ parameters: String = "", isVariadic: Bool = false) {
    self.name = name
    self.callee = callee
    self.isVariadic = isVariadic
    self.parameters = parameters.split(separator: " ").map { text in
      let halves = text.split(separator: "=", maxSplits: 1)
      let names = halves[0].split(separator: "|").map(String.init)
      return Parameter(
        name: names[0], aliases: Array(names.dropFirst()),
        fallback: halves.count > 1 ? Self.constant(String(halves[1])) : nil)
    }
  }

  private static func constant(_ text: String) -> Constant {
    switch text {
    case "none": .none
    case "undefined": .undefined
    case "true": .bool(true)
    case "false": .bool(false)
    case "space": .string(" ")
    case "empty": .string("")
    case "dots": .string("...")
    case "newline": .string("\n")
    default: Int(text).map(Constant.int) ?? .string(text)
    }
  }
}

extension Filter {
  /// All filters that templates can name, with their parameters after the value.
  static let signatures: [BuiltinSignature<Filter>] = [
    .init("abs", .abs),
    .init("attr", .attr, "name"),
    .init("batch", .batch, "linecount|count fill_with|with=undefined"),
    .init("capitalize", .capitalize),
    .init("center", .center, "width=80"),
    .init("count", .length),
    .init("d", .default, "default_value|value=empty boolean=false"),
    .init("date", .date, "format=%Y-%m-%d"),
    .init("default", .default, "default_value|value=empty boolean=false"),
    .init("dictsort", .dictsort, "case_sensitive=false by=key reverse=false"),
    .init("e", .escape),
    .init("escape", .escape),
    .init("escape_html", .escape),
    .init("filesizeformat", .filesizeformat, "binary=false"),
    .init("first", .first),
    .init("float", .float, "default=undefined"),
    .init("forceescape", .forceescape),
    .init("format", .format, "", isVariadic: true),
    .init("get", .get, "key default=undefined"),
    .init("group_by", .groupby, "attribute default=undefined case_sensitive=false"),
    .init("groupby", .groupby, "attribute default=undefined case_sensitive=false"),
    .init("indent", .indent, "width=4 first=false blank=false"),
    .init("int", .int, "default=undefined base=10"),
    .init("items", .items),
    .init("join", .join, "d|sep=empty attribute=none"),
    .init("keys", .keys),
    .init("last", .last),
    .init("length", .length),
    .init("list", .list),
    .init("lower", .lower),
    .init("map", .map, "", isVariadic: true),
    .init("max", .max, "case_sensitive=false attribute=none"),
    .init("min", .min, "case_sensitive=false attribute=none"),
    .init("nth", .nth, "n"),
    .init("pairs", .items),
    .init("pluralize", .pluralize, "singular=empty plural=s"),
    .init("reject", .reject, "", isVariadic: true),
    .init("rejectattr", .rejectattr, "attribute", isVariadic: true),
    .init("replace", .replace, "old|from new|to count=none"),
    .init("reverse", .reverse),
    .init("round", .round, "precision=0 method=common"),
    .init("safe", .safe),
    .init("safe_css", .safeStyle),
    .init("safe_js", .safeScript),
    .init("safe_url", .safeURL),
    .init("select", .select, "", isVariadic: true),
    .init("selectattr", .selectattr, "attribute", isVariadic: true),
    .init("slice", .slice, "slices|count fill_with=undefined"),
    .init("sort", .sort, "reverse=false case_sensitive=false attribute=none"),
    .init("split", .split, "pat|sep=none maxsplit=none"),
    .init("str", .string),
    .init("string", .string),
    .init("striptags", .striptags),
    .init("sum", .sum, "attribute=none start=0"),
    .init("title", .title),
    .init("tojson", .tojson, "indent=none"),
    .init("trim", .trim, "chars|pat=none"),
    .init(
      "truncate", .truncate, "length=255 killwords=false end=dots leeway=5"),
    .init("unique", .unique, "case_sensitive=false attribute=none"),
    .init("upper", .upper),
    .init("urlencode", .urlencode),
    .init("values", .values),
    .init("wordcount", .wordcount),
    .init(
      "wordwrap", .wordwrap,
      "width=79 break_long_words=true wrapstring=newline break_on_hyphens=true"),
    .init("xmlattr", .xmlattr, "autospace=true"),
  ]

  static let byName = Dictionary(uniqueKeysWithValues: signatures.map { ($0.name, $0) })
}
