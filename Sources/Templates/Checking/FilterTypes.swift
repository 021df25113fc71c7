/// What type a filter's result has, by the type of the value it is applied to.
enum FilterTypes {
  /// Returns the result's type, or `nil` if the filter does not take such a value.
  ///
  /// Filters that look into elements are not handled here.
  static func result(
    of filter: Filter, _ type: ValueType, _ arguments: [ValueType]
  ) -> ValueType? {
    switch filter {
    case .abs, .round: number(filter, type)
    case .capitalize, .center, .lower, .replace, .string, .trim, .upper:
      text(type, keepsMarkup: true)
    case .indent, .truncate: writtenText(type, keepsMarkup: true)
    case .urlencode: isMap(type) || type.element != nil ? .string : text(type, keepsMarkup: false)
    case .wordwrap: writtenText(type, keepsMarkup: false)
    case .title, .striptags: text(type, keepsMarkup: false)
    case .escape: text(type, keepsMarkup: false) == nil ? nil : .html
    case .forceescape: text(type, keepsMarkup: false) == nil ? nil : .html
    case .safe: text(type, keepsMarkup: false) == nil ? nil : .html
    case .safeURL: text(type, keepsMarkup: false) == nil ? nil : .trusted(.url)
    case .safeScript: text(type, keepsMarkup: false) == nil ? nil : .trusted(.script)
    case .safeStyle: text(type, keepsMarkup: false) == nil ? nil : .trusted(.style)
    case .int: isScalar(type) ? .int : nil
    case .float: isScalar(type) ? .float : nil
    case .filesizeformat: type.isNumber || type.isText || type == .any ? .string : nil
    case .wordcount: text(type, keepsMarkup: false) == nil ? nil : .int
    case .length: isCollection(type) ? .int : nil
    case .first, .last, .nth: element(type)
    case .list: element(type).map { .list($0) }
    case .reverse: type.isText ? type : element(type).map { .list($0) }
    case .batch, .slice: element(type).map { .list(.list($0.joinedUnlessUndefined(arguments[1]))) }
    case .split: type.isText || type == .any ? .list(.string) : nil
    case .items: pairs(type)
    case .dictsort: pairs(type)
    case .keys: isMap(type) ? .list(.string) : nil
    case .values: mapValue(type).map { .list($0) }
    case .tojson: .json
    case .date: isDate(type) ? .string : nil
    case .pluralize: type.isNumber || type == .any ? .string : nil
    case .xmlattr: isMap(type) ? .trusted(.attributes) : nil
    case .range: .list(.int)
    case .attr, .count, .default, .format, .get, .groupby, .join, .map, .max, .min, .reject,
      .rejectattr, .select, .selectattr, .sort, .sum, .unique, .sortByKeys, .groupByKeys,
      .uniqueByKeys, .minByKeys, .maxByKeys:
      nil
    }
  }

  private static func number(_ filter: Filter, _ type: ValueType) -> ValueType? {
    switch type {
    // Rounding a whole number gives one or a fraction, depending on the method.
    case .int, .bool: filter == .round ? .any : .int
    case .float: .float
    case .any: .any
    default: nil
    }
  }

  private static func text(_ type: ValueType, keepsMarkup: Bool) -> ValueType? {
    switch type {
    case .html: keepsMarkup ? .html : .string
    case .any: keepsMarkup ? .any : .string
    case .string, .trusted, .json, .int, .float, .bool, .date, .month, .period, .none, .undefined:
      .string
    case .list, .tuple, .map, .record, .optional, .compileTime: nil
    }
  }

  /// The type of what is made from a text by filters that do not take what only prints like one.
  private static func writtenText(_ type: ValueType, keepsMarkup: Bool) -> ValueType? {
    switch type {
    case .int, .float, .bool, .none: nil
    case .any, .undefined, .string, .html, .trusted, .json, .date, .month, .period, .list, .tuple,
      .map, .record, .optional, .compileTime:
      text(type, keepsMarkup: keepsMarkup)
    }
  }

  private static func isScalar(_ type: ValueType) -> Bool {
    text(type, keepsMarkup: false) != nil
  }

  private static func isCollection(_ type: ValueType) -> Bool {
    switch type {
    case .list, .tuple, .map, .record, .string, .html, .json, .any: true
    default: false
    }
  }

  private static func element(_ type: ValueType) -> ValueType? {
    switch type {
    case .list(let element): element == .undefined ? .any : element
    case .tuple: type.element ?? .any
    case .string, .html, .map, .record: .string
    case .any: .any
    default: nil
    }
  }

  private static func isMap(_ type: ValueType) -> Bool { mapValue(type) != nil }

  private static func mapValue(_ type: ValueType) -> ValueType? {
    switch type {
    case .map(let value): value == .undefined ? .any : value
    case .record, .any: .any
    default: nil
    }
  }

  private static func pairs(_ type: ValueType) -> ValueType? {
    mapValue(type).map { .list(.tuple([.string, $0], labels: [])) }
  }

  private static func isDate(_ type: ValueType) -> Bool {
    switch type {
    case .date, .month, .any: true
    default: false
    }
  }
}

extension ValueType {
  /// Joins the type of what fills up a list, if anything does.
  fileprivate func joinedUnlessUndefined(_ other: ValueType) -> ValueType {
    other == .undefined || other == .none ? self : joined(with: other)
  }
}
