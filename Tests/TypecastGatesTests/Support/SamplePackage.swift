import Foundation
import Typecast
import TypecastCassettes
import TypecastGates

/// The folder of a package, which is gone with the test.
final class SamplePackage {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("gates-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try write("// A manifest", to: "Package.swift")
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Writes exchanges as a cassette, below the folder of cassettes.
  func record(_ exchanges: Exchange..., to name: String) throws {
    try CassetteFile.save(Cassette(.authored, exchanges), to: "\(path)/Golden/cassettes/\(name).xml")
  }

  /// The report of one gate.
  func report(_ gate: Gate) throws -> GateReport { try Gates.reports(package: path, [gate])[0] }

  /// Makes a file older than those that are written now.
  func age(_ name: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -1000)], ofItemAtPath: "\(path)/\(name)")
  }
}

/// An exchange with a server: what was asked, and the answer.
func exchange(
  _ url: String, asking request: String = "{}", _ status: Int, _ body: String,
  headers: [(name: String, value: String)] = [], breaksOffBy failure: TransportError.Kind? = nil
) -> Exchange {
  Exchange(
    RecordedRequest("POST", url, body: Array(request.utf8)),
    .response(
      RecordedResponse(
        status, headers: headers.map { RecordedHeader($0.name, $0.value) },
        chunks: [RecordedResponse.Chunk(Array(body.utf8))],
        failure: failure.map { RecordedFailure(TransportError($0, "It failed.")) })))
}

/// A request that got no answer.
func failure(_ url: String, _ kind: TransportError.Kind) -> Exchange {
  Exchange(RecordedRequest("POST", url), .failure(RecordedFailure(TransportError(kind, "It failed."))))
}

extension GateReport {
  func row(_ name: String) -> Row? { rows.first { $0.name == name } }

  /// The names of what is missing in a row.
  func missing(in name: String) -> [String] { row(name)?.missing.map(\.name) ?? [] }
}

enum PackagePath {
  /// The path without links, as the paths in an export are.
  static func real(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
}
