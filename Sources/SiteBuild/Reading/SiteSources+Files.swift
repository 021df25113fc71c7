internal import Content
internal import Diagnostics
internal import Templates

extension SiteSources {
  /// The source that messages name so, with its lines.
  func file(_ name: String) -> SourceFile? {
    let content = content.first { $0.displayName == name }?.bytes
    let template = templates.first { "templates/\($0.name)" == name }?.bytes
    return (content ?? template).map { SourceFile(name: name, bytes: $0) }
  }
}
