/// Tells requests that mean this machine from those that a page elsewhere has brought here by giving
/// its own name the address of this machine.
enum HostCheck {
  private static let names: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

  /// Whether a Host header names this machine at a port.
  static func allows(_ host: String?, port: Int) -> Bool {
    guard let host = host?.lowercased() else { return false }
    return names.contains { host == "\($0):\(port)" || (port == 80 && host == $0) }
  }
}
