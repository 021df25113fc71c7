import Dispatch

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A client that sends and reads bytes as they are, and waits five minutes at most: the server has
/// no more threads than all tests together.
final class SocketClient: Sendable {
  private let socket: Int32

  struct Failure: Error {
    let call: String
    let code: Int32
  }

  init(port: Int) throws {
    #if canImport(Darwin)
      socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
    #else
      socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var limit = timeval(tv_sec: 300, tv_usec: 0)
    setsockopt(
      socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let socket = socket
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw Failure(call: "connect", code: errno) }
  }

  deinit { close(socket) }

  func send(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(socket, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure(call: "write", code: errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads until the other side ends the connection.
  func readToEnd() async throws -> String {
    try await waiting { [self] in
      var bytes: [UInt8] = []
      while let more = try next(4_096) { bytes += more }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Reads until the text ends so.
  func read(upTo end: String) async throws -> String {
    try await waiting { [self] in
      var bytes: [UInt8] = []
      while !bytes.suffix(end.utf8.count).elementsEqual(end.utf8) {
        guard let more = try next(1) else { throw Failure(call: "read", code: 0) }
        bytes += more
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Waits on a thread of its own, since the server needs those that run tests.
  private func waiting(_ body: @escaping @Sendable () throws -> String) async throws -> String {
    let result = await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: Result(catching: body)) }
    }
    return try result.get()
  }

  private func next(_ limit: Int) throws -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = SystemCall.read(socket, &bytes, limit)
    // What was sent to a connection that is ended already resets it.
    if count < 0, errno == ECONNRESET { return nil }
    guard count >= 0 else { throw Failure(call: "read", code: errno) }
    return count == 0 ? nil : Array(bytes.prefix(count))
  }
}

/// The system's call, which has the name of a method here.
private enum SystemCall {
  static func read(_ file: Int32, _ bytes: inout [UInt8], _ limit: Int) -> Int {
    #if canImport(Darwin)
      Darwin.read(file, &bytes, limit)
    #else
      Glibc.read(file, &bytes, limit)
    #endif
  }
}
