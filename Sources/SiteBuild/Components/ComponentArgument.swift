internal import CommonMark
internal import Content
internal import GregorianCalendar
internal import Templates

/// A value that an author gave to a component, typed as the component declares it.
enum ComponentArgument: Sendable {
  case string(String)
  case html(String)
  case int(Int)
  case float(Double)
  case bool(Bool)
  case day(CalendarDay)
  case month(Month)
  case period(Period)
  case list([ComponentArgument])
  case edition(ID<Edition>)
  case project(ID<Project>)
  case event(ID<Event>)
  case story(ID<ImpactStory>)
  case post(ID<Post>)
  case person(ID<Person>)
  case organisation(ID<Organisation>)

  /// Adds the value to a page's store.
  func lay(in layout: inout PageLayout, model: SiteModel) -> Value {
    switch self {
    case .string(let text): return layout.text(text)
    case .html(let line):
      var directives: [DirectiveCall] = []
      let markup = model.writer.markup(
        of: InlineMarkdown.fragmentWithoutDirectives(of: line), in: "", directives: &directives)
      return layout.builder.html(utf8: markup)
    case .int(let value): return .int(value)
    case .float(let value): return .float(value)
    case .bool(let value): return .bool(value)
    case .day(let day): return .date(day)
    case .month(let month): return .month(month)
    case .period(let period):
      return .period(from: period.first, to: period.last)
    case .list(let elements):
      let values = elements.map { $0.lay(in: &layout, model: model) }
      return layout.builder.list(values)
    case .edition(let id): return model.edition(id)
    case .project(let id): return model.project(id)
    case .event(let id): return model.event(id)
    case .story(let id): return model.story(id)
    case .post(let id): return model.post(id)
    case .person(let id): return model.person(id)
    case .organisation(let id): return model.organisation(id)
    }
  }
}
