extension Metric {
  /// Reads one entry of `metrics/definitions.yaml`.
  init?(_ reader: inout RecordReader) {
    let id = reader.id("id", of: Metric.self, required: true)
    reader.subject = id?.value.text
    let name = reader.scalar("name", .line, required: true)?.value ?? ""
    let channel = reader.scalar("channel", .line, required: true)?.value ?? ""
    let level = reader.scalar("level", .line, required: true)
    let unit = reader.scalar("unit", .line, required: true)?.value ?? ""
    let isAdditive = reader.scalar("additive", .truth, required: true)?.value ?? false
    let since = reader.scalar("since", .month)?.value
    let derived = reader.choice("derived", of: Derivation.self)?.value
    guard let id else { return nil }
    self.init(
      origin: reader.origin(at: id.span), id: id.value, name: name, channel: channel,
      level: level ?? Located("output", span: id.span), unit: unit, isAdditive: isAdditive,
      since: since, derived: derived)
  }
}

extension Observation {
  /// Reads one row of `metrics/observations.csv`.
  init?(_ row: inout RowReader) {
    let metric = row.id("metric", of: Metric.self)
    row.subject = metric?.value.text
    let period = row.value("period", .period)
    let value = row.value("value", .number)
    let qualifier = row.choice("qualifier", of: Qualifier.self)
    let item = row.optional("item", .line)?.value
    let edition = row.id("edition", of: Edition.self)
    let note = row.optional("note", .line)?.value
    guard let metric, let period, let value, let edition else { return nil }
    self.init(
      origin: row.origin, metric: metric, period: period, value: value,
      qualifier: qualifier ?? .exact, item: item, edition: edition, note: note)
  }
}

extension Comparison {
  /// Reads one row of `metrics/comparisons.csv`.
  init?(_ row: inout RowReader) {
    let metric = row.id("metric", of: Metric.self)
    row.subject = metric?.value.text
    let period = row.value("period", .period)
    let against = row.optional("against", .period)?.value
    let againstLabel = row.optional("against-label", .line)?.value
    let size = row.value("change", .number)
    let measure = row.choice("unit", of: Change.Measure.self)
    let edition = row.id("edition", of: Edition.self)
    let note = row.optional("note", .line)?.value
    guard let metric, let period, let size, let measure, let edition else { return nil }
    self.init(
      origin: row.origin, metric: metric, period: period, against: against,
      againstLabel: againstLabel, change: Change(value: size.value, measure: measure),
      edition: edition, note: note)
  }
}
