import Synchronization

@testable import TypecastCommands

/// One run of the tool inside the test's process: what it was given and what it left behind.
struct ToolRun {
  let status: Int32
  let output: String
  let error: String

  /// Runs the tool, or a table of commands of the test's own.
  ///
  /// - Parameter output: A sink of the test's own, for what is looked at while the tool runs.
  init(
    _ arguments: [String], root: Command = CommandTable.root, input: String = "", files: any FileAccess = MemoryFiles(),
    variables: [String: String] = [:], isTerminal: Bool = false, output: MemorySink? = nil
  ) async {
    let output = output ?? MemorySink(isTerminal: isTerminal)
    let error = MemorySink(isTerminal: isTerminal)
    let environment = CommandEnvironment(
      arguments: arguments, variable: { variables[$0] }, input: MemorySource(Array(input.utf8)), output: output,
      error: error, files: files)
    status = await CommandLineTool.run(root, in: environment).code
    self.output = output.text
    self.error = error.text
  }
}

/// A sink that keeps what is written to it.
final class MemorySink: ByteSink {
  let isTerminal: Bool
  var pieces: [[UInt8]] { written.withLock { $0 } }
  private let written = Mutex<[[UInt8]]>([])
  private let failure: SystemFailure?

  init(isTerminal: Bool = false, failure: SystemFailure? = nil) {
    self.isTerminal = isTerminal
    self.failure = failure
  }

  func write(_ bytes: UnsafeRawBufferPointer) -> Result<Void, SystemFailure> {
    if let failure { return .failure(failure) }
    let piece = Array(bytes)
    written.withLock { $0.append(piece) }
    return .success(())
  }

  var text: String { String(decoding: pieces.joined(), as: UTF8.self) }
}

/// Files that exist in memory only, in a folder `/here` that is the current one.
struct MemoryFiles: FileAccess {
  static let notFound = SystemFailure(code: 2)

  private let store: Store

  private final class Store: Sendable {
    let files: Mutex<[String: String]>

    init(_ files: [String: String]) { self.files = Mutex(files) }
  }

  init(files: [String: String] = [:]) {
    store = Store(files)
  }

  /// What is in the files now.
  var files: [String: String] { store.files.withLock { $0 } }

  func makeFolder(at path: String) throws(SystemFailure) {}

  func write(_ bytes: [UInt8], to path: String) throws(SystemFailure) {
    let name = local(path)
    store.files.withLock { $0[name] = String(decoding: bytes, as: UTF8.self) }
  }

  func bytes(at path: String) throws(SystemFailure) -> [UInt8] {
    guard let text = files[local(path)] else { throw Self.notFound }
    return Array(text.utf8)
  }

  func kind(at path: String) -> FileKind? {
    if path == "." || path == "/here" { return .folder }
    if files[local(path)] != nil { return .file }
    let prefix = local(path) + "/"
    return files.keys.contains { $0.hasPrefix(prefix) } ? .folder : nil
  }

  func isLink(at path: String) -> Bool { false }

  func names(in folder: String) throws(SystemFailure) -> [String] {
    guard kind(at: folder) == .folder else { throw Self.notFound }
    let prefix = local(folder) + "/"
    let below = files.keys.filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count) }
    return Set(below.map { String($0.prefix { $0 != "/" }) }).sorted()
  }

  func realPath(of path: String) -> String? {
    guard kind(at: path) != nil else { return nil }
    return path == "." || path == "/here" ? "/here" : "/here/" + local(path)
  }

  private func local(_ path: String) -> String {
    path.hasPrefix("/here/") ? String(path.dropFirst(6)) : path
  }
}
