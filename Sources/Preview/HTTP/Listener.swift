internal import FlyingSocks

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Waits for browsers on this machine at one port, by both of its own addresses.
struct Listener: Sendable {
  let port: Int
  private let sockets: [Socket]

  /// Takes a port, any free one for 0.
  init(port: Int) throws(PreviewError) {
    let first = try Self.socket(port, isIP6: false)
    guard let taken = Self.port(of: first) else { throw .system(0, port: port) }
    do throws(PreviewError) {
      sockets = [first, try Self.socket(taken, isIP6: true)]
    } catch .portInUse where port != 0 {
      // Browsers that try this address first would see another site.
      try? first.close()
      throw .portInUse(port)
    } catch {
      // There is no such address on this machine.
      sockets = [first]
    }
    self.port = taken
  }

  /// Answers until the task is cancelled.
  func run(_ answer: @escaping @Sendable (RequestHead) -> Response) async throws {
    let pool = SocketPool<Poll>.make()
    try await pool.prepare()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      for socket in sockets {
        let socket = try AsyncSocket(socket: socket, pool: pool)
        group.addTask { try await Self.accept(on: socket, answer) }
      }
      defer {
        group.cancelAll()
        close()
      }
      try await group.next()
    }
  }

  /// Gives the port back.
  func close() {
    for socket in sockets { try? socket.close() }
  }

  private static func accept(
    on socket: AsyncSocket, _ answer: @escaping @Sendable (RequestHead) -> Response
  ) async throws {
    await withDiscardingTaskGroup { group in
      while !Task.isCancelled {
        do {
          let connection = Connection(socket: try await socket.accept(), answer: answer)
          group.addTask { await connection.run() }
        } catch {
          // Too many connections, or one that went before it was taken; others will come.
          try? await Task.sleep(for: .milliseconds(20))
        }
      }
      group.cancelAll()
    }
  }

  private static func socket(_ port: Int, isIP6: Bool) throws(PreviewError) -> Socket {
    guard let number = UInt16(exactly: port) else { throw .system(EINVAL, port: port) }
    do {
      let socket = try Socket(domain: isIP6 ? AF_INET6 : AF_INET)
      do {
        try socket.setValue(true, for: .localAddressReuse)
        if isIP6 {
          try socket.bind(to: .inet6(ip6: "::1", port: number))
        } else {
          try socket.bind(to: .inet(ip4: "127.0.0.1", port: number))
        }
        try socket.listen()
        return socket
      } catch {
        try? socket.close()
        throw error
      }
    } catch SocketError.failed(_, let code, _) {
      throw code == EADDRINUSE ? .portInUse(port) : .system(code, port: port)
    } catch {
      throw .system(0, port: port)
    }
  }

  private static func port(of socket: Socket) -> Int? {
    switch try? socket.sockname() {
    case .ip4(_, let port), .ip6(_, let port): Int(port)
    case .unix, nil: nil
    }
  }
}
