internal import BuildGraph
internal import Templates

extension SiteSources {
  /// The components that need no compiling: no text calls them, and they are made of nothing but
  /// the built-in theme, which is known to be right.
  ///
  /// - Parameter used: The names of those that texts call.
  func unusedComponents(besides used: Set<String>) -> Set<String> {
    let prefix = ThemeReader.folderName + "/"
    let own = themeFiles.map { $0.path.dropFirst(prefix.count) }
    guard !own.contains(where: { file in BuiltInTheme.parts.contains(where: file.hasPrefix) })
    else { return [] }
    return BuiltInTheme.components.subtracting(used)
  }

  /// Whether nothing can be wrong in the templates, as all are the built-in theme's.
  var hasOnlyBuiltInTemplates: Bool { themeFiles.isEmpty }

  /// What components are made of, if texts call any.
  ///
  /// - Parameter names: The names of those that texts call.
  func parts(calling names: Set<String>) -> [TemplateSource] {
    names.isEmpty
      ? [] : templates.filter { BuiltInTheme.parts.contains(where: $0.name.hasPrefix) }
  }
}

extension BuiltInTheme {
  /// The folders of all templates that components are made of.
  static let parts = ["components/", "partials/"]

  /// The names of its components.
  fileprivate static let components = Set(
    files.compactMap { ThemeCompilation.componentName(of: $0.name) })
}
