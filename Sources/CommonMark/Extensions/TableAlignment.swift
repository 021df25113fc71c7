/// How a table's column is set.
enum TableAlignment: Int32, Sendable {
  case natural
  case left
  case center
  case right
}
