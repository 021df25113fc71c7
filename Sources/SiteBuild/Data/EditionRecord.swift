package import Content
internal import Formats
internal import GregorianCalendar

/// Writes what an edition shows as JSON: for programs, and as the memory of what was published.
///
/// Everything in it is as at the edition's last month. It holds no names of people.
package struct EditionRecord {
  private let site: Site
  private let edition: Edition

  package init(of edition: Edition, in site: Site) {
    self.site = site
    self.edition = edition
  }

  /// The address of an edition's record.
  static func permalink(of edition: Edition) -> Permalink? {
    Permalink(path: "/data/edition-\(edition.id).json")
  }

  /// The file as it is published at `/data/edition-<id>.json`.
  package func encoded() -> [UInt8] {
    JSONWriter.object(layout: .indented) { json in
      json.member("format", .text(PublishedEdition.format))
      json.member("id", .text(edition.id.text))
      json.member("title", .text(edition.title))
      json.member("address", .text(edition.permalink.path))
      json.member("period", .text(edition.period.value.description))
      json.member("published", .optional(edition.published?.value.description))
      json.member("summary", .text(edition.summary))
      json.array("projects") { json in
        for view in views { json.object { write(view, to: &$0) } }
      }
      json.array("steps") { json in
        for step in steps { json.object { write(step, to: &$0) } }
      }
      json.array("figures") { json in
        for figure in site.observations where figure.edition.value == edition.id {
          json.object { write(figure, to: &$0) }
        }
      }
      json.array("comparisons") { json in
        for change in site.comparisons where change.edition.value == edition.id {
          json.object { write(change, to: &$0) }
        }
      }
      json.array("corrections") { json in
        for correction in edition.corrections {
          json.object { json in
            json.member("date", .text(correction.day.description))
            json.member("text", .text(correction.text))
          }
        }
      }
    }
  }

  /// The projects it lists, current and past, as at its month.
  private var views: [ProjectView] {
    (edition.projects + edition.pastWork).compactMap { site.projects[$0.value] }.map {
      ProjectView($0, lifecycle: site.lifecycle, asAt: edition.period.value.last)
    }
  }

  /// The steps and needs that it wrote, whatever became of them since.
  private var steps: [TrackedStep] {
    site.steps.all(of: edition)
  }
}

// MARK: - Parts

extension EditionRecord {
  private func write(_ view: ProjectView, to json: inout JSONWriter) {
    json.member("id", .text(view.project.id.text))
    json.member("title", .text(view.project.title))
    json.member("status", .text(view.status.rawValue))
    json.member("ended", .optional(view.ended?.description))
    json.array("stages") { json in
      for interval in view.project.lifecycle(asAt: view.month) {
        json.object { json in
          json.member("stage", .text(interval.stage.value.text))
          json.member("part", .optional(interval.part?.value.text))
          json.member("from", .text(interval.from.value.description))
          json.member("to", .text(interval.to.value.description))
        }
      }
    }
  }

  private func write(_ tracked: TrackedStep, to json: inout JSONWriter) {
    let kind = tracked.step.kind == .next ? "next" : "need"
    json.member("id", .text(tracked.step.id.text))
    json.member("kind", .text(kind))
    json.member("project", .optional(tracked.project?.text))
    json.member("text", .text(tracked.step.plainText))
    json.member("due", .optional(tracked.step.due?.value.description))
  }

  private func write(_ figure: Observation, to json: inout JSONWriter) {
    let metric = site.metrics[figure.metric.value]
    json.member("metric", .text(figure.metric.value.text))
    json.member("name", .optional(metric?.name))
    json.member("period", .text(figure.period.value.description))
    json.member("item", .optional(figure.item))
    json.member("value", .exact(figure.value.value))
    json.member("qualifier", .text(figure.qualifier.rawValue))
    json.member("unit", .optional(metric?.unit))
  }

  private func write(_ change: Comparison, to json: inout JSONWriter) {
    json.member("metric", .text(change.metric.value.text))
    json.member("name", .optional(site.metrics[change.metric.value]?.name))
    json.member("period", .text(change.period.value.description))
    json.member("against", .optional(change.against?.description))
    json.member("against-label", .optional(change.againstLabel))
    json.member("change", .exact(change.change.value))
    json.member("unit", .text(change.change.measure.rawValue))
  }
}

extension JSONScalar {
  /// A number with the digits that its author wrote.
  fileprivate static func exact(_ number: Number) -> JSONScalar {
    DecimalNumber(number.description).map(JSONScalar.number) ?? .text(number.description)
  }
}
