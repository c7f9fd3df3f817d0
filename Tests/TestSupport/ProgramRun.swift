import Foundation
import Testing

/// One run of a program as a process of its own, without input.
public struct ProgramRun {
  /// The exit code, or the negative number of the signal that ended it.
  public let status: Int32
  public let output: String
  public let error: String
  /// Whether it was killed for taking too long.
  public let isHung: Bool

  /// Runs it to its end, and kills it when the time is over.
  public init(
    _ path: String, _ arguments: [String], folder: String? = nil, variables: [String: String]? = nil,
    seconds: Double = 600
  ) async throws {
    let files = FileManager.default.temporaryDirectory.appendingPathComponent("typecast-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: files) }
    let (output, error) = (files.appendingPathComponent("output"), files.appendingPathComponent("error"))
    for file in [output, error] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    if let variables { process.environment = variables }
    process.standardInput = FileHandle.nullDevice
    // A process keeps its handles for good, so they are closed here.
    let handles = [try FileHandle(forWritingTo: output), try FileHandle(forWritingTo: error)]
    defer { for handle in handles { try? handle.close() } }
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    let (ending, end) = AsyncStream<Void>.makeStream()
    process.terminationHandler = { _ in end.finish() }
    try process.run()
    let number = process.processIdentifier
    let limit = Task {
      try await Task.sleep(for: .seconds(seconds))
      return kill(number, SIGKILL) == 0
    }
    for await _ in ending {}
    limit.cancel()
    isHung = (try? await limit.value) ?? false
    status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    self.output = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    self.error = String(decoding: try Data(contentsOf: error), as: UTF8.self)
  }

  /// Where a program is; ends the test as skipped where it is not installed.
  public static func installed(_ name: String) throws -> String {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    guard let path = folders.map({ "\($0)/\(name)" }).first(where: FileManager.default.isExecutableFile) else {
      try Test.cancel("\(name) is not installed.")
    }
    return path
  }
}
