import Foundation
import Testing

/// A client that sends and takes bytes as a test tells it, misdeeds included.
///
/// What may wait does so on a thread of its own: the tasks of the server under test need the others.
final class RawClient: Sendable {
  private let descriptor: Int32

  /// Connects. A small buffer lets the other side wait early.
  init(_ port: Int, buffer: Int32? = nil) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    if var buffer {
      setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &buffer, socklen_t(MemoryLayout<Int32>.size))
    }
    // A test whose server never answers fails, and does not hang.
    var limit = timeval(tv_sec: 600, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let descriptor = descriptor
    let result = withUnsafePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      close(descriptor)
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }

  deinit { close(descriptor) }

  /// Connects, and sends a request with a host.
  convenience init(_ port: Int, _ line: String, _ headers: [String] = [], buffer: Int32? = nil) async throws {
    try self.init(port, buffer: buffer)
    await send(request(line, headers))
  }

  /// Sends a text; whether all of it was taken.
  @discardableResult
  func send(_ text: String) async -> Bool { await send(Array(text.utf8)) }

  @discardableResult
  func send(_ bytes: [UInt8]) async -> Bool {
    await onThread { [self] in
      var sent = 0
      while sent < bytes.count {
        let count = bytes.withUnsafeBytes {
          Foundation.send(descriptor, $0.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
        }
        if count <= 0 { return false }
        sent += count
      }
      return true
    }
  }

  /// What comes until a text has come, or until the end.
  func receive(until text: String) async -> String {
    await receive { $0.suffix(text.utf8.count).elementsEqual(text.utf8) }.text
  }

  /// What comes until the end, and whether that was a reset.
  func receiveAll() async -> (text: String, isReset: Bool) { await receive { _ in false } }

  private func receive(until isEnough: @escaping @Sendable ([UInt8]) -> Bool) async -> (text: String, isReset: Bool) {
    await onThread { [self] in
      var bytes: [UInt8] = []
      var byte: UInt8 = 0
      while !isEnough(bytes) {
        let count = recv(descriptor, &byte, 1, 0)
        if count < 0, errno == EAGAIN { bytes += Array("[nothing came for ten minutes]".utf8) }
        if count <= 0 { return (String(decoding: bytes, as: UTF8.self), count < 0 && errno == ECONNRESET) }
        bytes.append(byte)
      }
      return (String(decoding: bytes, as: UTF8.self), false)
    }
  }

  /// How many bytes come until the end.
  func count() async -> Int {
    await onThread { [self] in
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      var sum = 0
      while case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 { sum += count }
      return sum
    }
  }

  /// Sends no more.
  func closeWriting() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Leaves: the other side sees an end.
  func leave() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  private func onThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      Thread { continuation.resume(returning: body()) }.start()
    }
  }
}

/// A request with a host and without a body.
func request(_ line: String, _ headers: [String] = []) -> String {
  ([line, "Host: test"] + headers + ["", ""]).joined(separator: "\r\n")
}
