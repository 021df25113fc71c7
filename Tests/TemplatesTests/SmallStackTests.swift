import Diagnostics
import Foundation
import Synchronization
import Templates
import Testing

/// Hostile nesting on threads with the smallest stacks that systems give.
@Suite struct SmallStackTests {
  private static let stackBytes = 512 << 10

  /// Runs `body` on a thread with a small stack and waits for it.
  private func onSmallStack(_ body: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      body()
      done.signal()
    }
    thread.stackSize = Self.stackBytes
    thread.start()
    done.wait()
  }

  /// Whether compiling reported errors.
  private func isRefused(_ templates: [String: String]) -> Bool? {
    let box = ResultBox()
    onSmallStack {
      let sources = templates.map { TemplateSource(name: $0.key, bytes: Array($0.value.utf8)) }
      let set = TemplateSet(sources, stackBytes: Self.stackBytes)
      let model = InferredModel(.object([("x", .int(1))]))
      let compiler = Compiler(templates: set, schema: model.schema, stackBytes: Self.stackBytes)
      let compiled = compiler.compile(entry: "main.html", globals: model.globals)
      let isRefused = (set.diagnostics + compiled.diagnostics).hasErrors
      box.isRefused.withLock { $0 = isRefused }
    }
    return box.isRefused.withLock { $0 }
  }

  private final class ResultBox: Sendable {
    let isRefused = Mutex<Bool?>(nil)
  }

  private static let includes = Dictionary(
    uniqueKeysWithValues: (0..<250).map {
      ("t\($0).html", "{% if x %}{% include 't\($0 + 1).html' ignore missing %}{% endif %}")
    })

  @Test(arguments: [
    String(repeating: "(", count: 149) + "1" + String(repeating: ")", count: 149),
    String(repeating: "[", count: 140) + String(repeating: "]", count: 140) + "|length",
    String(repeating: "-", count: 140) + "1", "1" + String(repeating: " + 1", count: 145),
    "1" + String(repeating: "|string", count: 145),
    String(repeating: "1 if x else ", count: 140) + "1",
  ])
  func deepExpressionsNeverOverflow(expression: String) {
    #expect(isRefused(["main.html": "{{ \(expression) }}"]) != nil)
  }

  @Test func deepStatementsNeverOverflow() {
    let text =
      String(repeating: "{% if x %}{% for y in [x] %}", count: 49)
      + String(repeating: "{% endfor %}{% endif %}", count: 49)
    #expect(isRefused(["main.html": text]) != nil)
  }

  @Test func deepIncludesNeverOverflow() {
    var templates = Self.includes
    templates["main.html"] = "{% include 't0.html' %}"
    #expect(isRefused(templates) == true)
  }

  @Test func ordinaryPagesFit() {
    let templates = [
      "main.html":
        "{% extends 'page.html' %}{% import 'ui.html' as ui %}{% block body %}{% for y in [1, 2] %}{% if y > x %}{{ ui.card(y, 'a')|trim }}{% endif %}{% endfor %}{% endblock %}",
      "page.html":
        "{% extends 'base.html' %}{% block main %}<main>{% block body %}{% endblock %}</main>{% endblock %}",
      "base.html": "<body>{% include 'nav.html' %}{% block main %}{% endblock %}</body>",
      "nav.html": "<nav>{% for n in [1, 2] %}{% if n is odd %}{{ n }}{% endif %}{% endfor %}</nav>",
      "ui.html":
        "{% macro card(n, c='b') %}<p class=\"{{ c }}\">{{ n + 1 if n else 0 }}</p>{% endmacro %}",
    ]
    #expect(isRefused(templates) == false)
  }
}
