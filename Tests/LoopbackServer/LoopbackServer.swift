import Foundation
import Synchronization

/// A small HTTP server on this machine that does what a test tells it, misdeeds included.
///
/// Each connection has a thread of its own, so that it may be as slow as it likes.
public final class LoopbackServer: Sendable {
  public struct Request: Sendable {
    public let method: String
    /// The path with its query.
    public let path: String
    /// Names in lower case.
    public let headers: [String: String]
    public let body: [UInt8]
    /// Which connection it came on, from 1.
    public let connection: Int
  }

  /// What a server does, one step after the other.
  public enum Step: Sendable {
    case send([UInt8])
    case wait(Double)
    /// Waits until the other side has closed, or a quarter of an hour: long beyond what a busy machine takes.
    case waitForClose
    /// Breaks the connection off with a reset.
    case reset
    /// Ends the connection.
    case close
  }

  public typealias Handler = @Sendable (Request) -> [Step]

  public let port: Int
  private let listener: Int32
  private let handler: Handler
  private let state = Mutex((connections: 0, requests: 0, open: 0, closedEarly: 0, isStopped: false))

  public init(_ handler: @escaping Handler) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var yes: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, size) == 0 && listen(descriptor, 1024) == 0
          && getsockname(descriptor, pointer, &size) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
    self.handler = handler
    Thread.detachNewThread { [self] in accept() }
  }

  deinit { close(listener) }

  /// The address of a path.
  public func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

  public var connectionCount: Int { state.withLock { $0.connections } }
  public var requestCount: Int { state.withLock { $0.requests } }
  /// How many connections are open.
  public var openCount: Int { state.withLock { $0.open } }
  /// How many connections the other side closed while something was still to be done.
  public var closedEarlyCount: Int { state.withLock { $0.closedEarly } }

  /// Takes no more connections.
  public func stop() {
    state.withLock { $0.isStopped = true }
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private func accept() {
    while !state.withLock({ $0.isStopped }) {
      let descriptor = Foundation.accept(listener, nil, nil)
      if descriptor < 0 { if errno == EINTR { continue } else { return } }
      let number = state.withLock { state in
        state.connections += 1
        state.open += 1
        return state.connections
      }
      let thread = Thread { [self] in
        serve(descriptor, number)
        close(descriptor)
        state.withLock { $0.open -= 1 }
      }
      thread.stackSize = 256 << 10
      thread.start()
    }
  }

  private func serve(_ descriptor: Int32, _ number: Int) {
    var waiting: [UInt8] = []
    while let request = read(descriptor, &waiting, number) {
      state.withLock { $0.requests += 1 }
      for step in handler(request) {
        guard perform(step, descriptor) else { return }
      }
    }
  }

  /// Does a step; false where the connection is over.
  private func perform(_ step: Step, _ descriptor: Int32) -> Bool {
    switch step {
    case .send(let bytes):
      var sent = 0
      while sent < bytes.count {
        let count = bytes.withUnsafeBytes {
          send(descriptor, $0.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
        }
        if count <= 0 {
          state.withLock { $0.closedEarly += 1 }
          return false
        }
        sent += count
      }
      return true
    case .wait(let seconds):
      if isClosed(descriptor, within: seconds) {
        state.withLock { $0.closedEarly += 1 }
        return false
      }
      return true
    case .waitForClose:
      if isClosed(descriptor, within: 900) { state.withLock { $0.closedEarly += 1 } }
      return false
    case .reset:
      var option = linger(l_onoff: 1, l_linger: 0)
      setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
      return false
    case .close:
      shutdown(descriptor, Int32(SHUT_RDWR))
      return false
    }
  }

  /// Whether the other side closes within some time. What it sends meanwhile stays unread.
  private func isClosed(_ descriptor: Int32, within seconds: Double) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, Int32(seconds * 1000)) > 0 else { return false }
    var byte: UInt8 = 0
    return recv(descriptor, &byte, 1, Int32(MSG_PEEK)) <= 0
  }

  private func read(_ descriptor: Int32, _ waiting: inout [UInt8], _ number: Int) -> Request? {
    func more() -> Bool {
      var buffer = [UInt8](repeating: 0, count: 16384)
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count <= 0 { return false }
      waiting += buffer[..<count]
      return true
    }
    let mark = Array("\r\n\r\n".utf8)
    var end: Int?
    while true {
      end = waiting.firstRange(of: mark)?.lowerBound
      if end != nil { break }
      guard more() else { return nil }
      // Who wants TLS gets an answer that is none.
      if waiting.first == 0x16 { return Request(method: "TLS", path: "", headers: [:], body: [], connection: number) }
    }
    guard let end else { return nil }
    let lines = String(decoding: waiting[..<end], as: UTF8.self).components(separatedBy: "\r\n")
    waiting.removeFirst(end + 4)
    let words = lines[0].split(separator: " ")
    guard words.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
    }
    let length = headers["content-length"].flatMap { Int($0) } ?? 0
    while waiting.count < length { guard more() else { return nil } }
    let body = Array(waiting.prefix(length))
    waiting.removeFirst(length)
    return Request(
      method: String(words[0]), path: String(words[1]), headers: headers, body: body, connection: number)
  }
}

extension LoopbackServer.Step {
  /// An answer with a length.
  public static func answer(
    _ text: String, status: String = "200 OK", _ headers: [String] = [], type: String = "application/json"
  ) -> LoopbackServer.Step {
    let head = ["HTTP/1.1 \(status)", "Content-Type: \(type)", "Content-Length: \(text.utf8.count)"] + headers
    return .send(Array((head + ["", ""]).joined(separator: "\r\n").utf8) + Array(text.utf8))
  }

  /// The head of an answer that comes in chunks.
  public static func chunkedHead(_ headers: [String] = [], type: String = "text/event-stream") -> LoopbackServer.Step {
    let head = ["HTTP/1.1 200 OK", "Content-Type: \(type)", "Transfer-Encoding: chunked"] + headers
    return .send(Array((head + ["", ""]).joined(separator: "\r\n").utf8))
  }

  public static func chunk(_ text: String) -> LoopbackServer.Step { chunk(Array(text.utf8)) }

  public static func chunk(_ bytes: [UInt8]) -> LoopbackServer.Step {
    .send(Array((String(bytes.count, radix: 16) + "\r\n").utf8) + bytes + [0x0D, 0x0A])
  }

  public static let lastChunk = LoopbackServer.Step.send(Array("0\r\n\r\n".utf8))
}
