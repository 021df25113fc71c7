/// What happens to the line ends and the indentation around tags that stand on lines of their own.
public enum WhiteSpaceControl: Sendable, Hashable {
  /// Every space and newline of the template is written, unless a `-` trims it.
  case keep
  /// The newline after a tag and the spaces before it on its line are dropped.
  case lines
}
