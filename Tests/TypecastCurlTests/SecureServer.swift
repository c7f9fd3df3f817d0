import Foundation
import Testing

/// A server that speaks TLS, and HTTP/2 to those who offer it; an authority of its own vouches for it.
///
/// It is nghttpd, so that the other end of the wire is not ours.
final class SecureServer {
  private let folder: URL
  private let server: Process
  let port: Int

  /// The file to trust.
  var authority: String { folder.appendingPathComponent("cert.pem").path }

  func url(_ path: String) -> String { "https://127.0.0.1:\(port)/\(path)" }

  init(files: [String: String]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("secure-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    let certificate = Process()
    certificate.arguments = [
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
      "key.pem", "-out", "cert.pem", "-days", "2", "-subj", "/CN=loopback", "-addext", "subjectAltName=IP:127.0.0.1",
    ]
    try Self.start(certificate, in: folder)
    certificate.waitUntilExit()
    try #require(certificate.terminationStatus == 0, "openssl makes no certificate. Run: make setup")
    // Somebody else may take a port that is free before nghttpd does.
    var started: (server: Process, port: Int)?
    for _ in 0..<10 where started == nil { started = try Self.listening(in: folder) }
    (server, port) = try #require(started, "nghttpd does not start. Run: make setup")
  }

  /// A server that listens; nil where it could not.
  private static func listening(in folder: URL) throws -> (server: Process, port: Int)? {
    let (server, port) = (Process(), freePort())
    server.arguments = ["nghttpd", "-v", "-a", "127.0.0.1", "-d", ".", "\(port)", "key.pem", "cert.pem"]
    try start(server, in: folder)
    while server.isRunning {
      if log(in: folder).contains("IPv4: listen") { return (server, port) }
      Thread.sleep(forTimeInterval: 0.02)
    }
    return nil
  }

  deinit {
    // It does not listen to a request to end: signals are blocked where it was started.
    if server.isRunning { kill(server.processIdentifier, SIGKILL) }
    try? FileManager.default.removeItem(at: folder)
  }

  /// What the server says of its connections.
  var log: String { Self.log(in: folder) }

  private static func log(in folder: URL) -> String {
    (try? String(contentsOf: folder.appendingPathComponent("log"), encoding: .utf8)) ?? ""
  }

  /// How many connections came to an agreement to speak HTTP/2.
  var connections: Int { log.components(separatedBy: "The negotiated protocol: h2").count - 1 }

  private static func start(_ process: Process, in folder: URL) throws {
    let log = folder.appendingPathComponent("log")
    if !FileManager.default.fileExists(atPath: log.path) {
      try #require(FileManager.default.createFile(atPath: log.path, contents: nil))
    }
    let output = try FileHandle(forWritingTo: log)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.currentDirectoryURL = folder
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  /// A port that nobody listens on now.
  private static func freePort() -> Int {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(handle) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(handle, $0, length)
        _ = getsockname(handle, $0, &length)
      }
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
