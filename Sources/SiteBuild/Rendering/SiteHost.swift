internal import CommonMark
internal import Content
internal import GregorianCalendar
internal import Templates

/// The filters that sites give to their templates beside the language's own.
enum SiteHost {
  /// The filters for checking templates where no content was read.
  static func functions(base: BaseURL) -> [HostFunction] {
    let links = LinkResolver(book: AddressBook(base: base))
    return functions(
      base: base, themeAssets: [],
      writer: FragmentWriter(links: links, glossary: .none, wellKnown: []))
  }

  /// Filters that look at more than their arguments.
  static let assetFilter = "asset"
  static let markdownFilter = "markdown"

  static func functions(base: BaseURL, themeAssets: Set<String>, writer: FragmentWriter)
    -> [HostFunction]
  {
    [
      .filter(
        "absolute_url", takes: .string, returns: .string,
        summary: "Puts the site's scheme and host before an address that begins with a slash."
      ) { arguments, result in
        let address = arguments.text(0)
        let isRooted = address.hasPrefix("/") && !address.hasPrefix("//")
        result.append(utf8: ((isRooted ? base.origin : "") + address).utf8)
      },
      .filter(
        assetFilter, takes: .string, returns: .string,
        summary: "Gives the address of a file of the theme."
      ) { arguments, result throws(HostFailure) in
        let name = arguments.text(0)
        guard themeAssets.contains(name) else {
          throw HostFailure("the theme has no file '\(name)'")
        }
        result.append(utf8: (base.path + name).utf8)
      },
      .filter(
        "label", takes: .period, returns: .string,
        summary: "Writes a period in words, such as `July to September 2021`."
      ) { arguments, result in
        if let period = Self.period(arguments.months(0)) { result.append(utf8: period.label.utf8) }
      },
      .filter(
        markdownFilter, takes: .string, returns: .html,
        summary: "Renders a line of inline Markdown."
      ) { arguments, result in
        var directives: [DirectiveCall] = []
        let fragment = InlineMarkdown.fragmentWithoutDirectives(of: arguments.text(0))
        result.append(utf8: writer.markup(of: fragment, in: "", directives: &directives))
      },
      .filter(
        "slug", takes: .string, returns: .string,
        summary: "Makes a part of an address from a text."
      ) { arguments, result in
        result.append(utf8: ID<Page>(making: arguments.text(0)).text.utf8)
      },
      .filter(
        "within", takes: .any, [.init("period", .period)], returns: .bool,
        summary: "Whether a day, a month or a period lies inside a period."
      ) { arguments, result in
        let inner = Self.period(arguments.months(0))
        let outer = Self.period(arguments.months(1))
        let isWithin = inner.flatMap { inner in outer.map { $0.contains(inner) } } ?? false
        result.set(.bool(isWithin))
      },
    ]
  }

  private static func period(_ months: (first: Month, last: Month)?) -> Period? {
    months.flatMap { Period(first: $0.first, last: $0.last) }
  }
}
