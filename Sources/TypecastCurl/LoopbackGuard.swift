import Synchronization
import Typecast

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps requests on this machine while tests run, and writes down those that would leave it.
enum LoopbackGuard {
  /// The variable that turns it on: the file that holds what would have left.
  private static let log = ProcessVariables.value("TYPECAST_LOOPBACK_ONLY").flatMap { $0.isEmpty ? nil : $0 }

  /// Told of each request that would leave, by who sends it: a test can fail here.
  static let whenRefused = Mutex<(@Sendable (TransportError) -> Void)?>(nil)

  static func check(_ address: Address) throws(TransportError) {
    if let log { try check(address, log: log) }
  }

  static func check(_ address: Address, log: String) throws(TransportError) {
    if isHere(address.host) { return }
    let descriptor = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    var line = "\(address.host):\(address.port)\n"
    line.withUTF8 { _ = write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    let refusal = TransportError(
      .other, "The request to \(address.host) would leave this machine, which TYPECAST_LOOPBACK_ONLY forbids.")
    whenRefused.withLock { $0 }?(refusal)
    throw refusal
  }

  /// Names below `.invalid` lead nowhere, by RFC 6761.
  private static func isHere(_ host: String) -> Bool {
    let isNumber = host.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    return host == "localhost" || host == "::1" || host == "[::1]" || isNumber && host.hasPrefix("127.")
      || host.hasSuffix(".invalid") || host == "invalid"
  }
}
