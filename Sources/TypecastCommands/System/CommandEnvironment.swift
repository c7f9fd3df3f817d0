/// All that a command touches of the world around it.
///
/// A test gives it sources and sinks of its own, and so runs the whole tool inside its process.
public struct CommandEnvironment {
  /// The words after the tool's name.
  public let arguments: [String]
  /// What an environment variable is set to.
  let variable: @Sendable (String) -> String?
  let input: any ByteSource
  let output: Output
  let error: Output
  let files: any FileAccess
  let progress: Progress

  /// A world that a caller sets up; the tool's own is made of the real one.
  ///
  /// - Parameter patience: How long a command is at work before it says so.
  public init(
    arguments: [String], variable: @escaping @Sendable (String) -> String?, input: any ByteSource, output: any ByteSink,
    error: any ByteSink, files: any FileAccess, patience: Duration = .seconds(2)
  ) {
    self.arguments = arguments
    self.variable = variable
    self.input = input
    self.files = files
    self.progress = Progress(error, patience: patience)
    self.output = Output(
      output, style: TextStyle(isTerminal: output.isTerminal, variable: variable), progress: progress)
    self.error = Output(error, capacity: 0, style: TextStyle(isTerminal: error.isTerminal, variable: variable))
  }

  /// The bytes of a file, or of standard input for `-`.
  ///
  /// A byte-order mark is left out, with a warning.
  func bytes(at path: String) throws(CommandFailure) -> [UInt8] {
    var bytes = try unchangedBytes(at: path)
    if bytes.starts(with: byteOrderMark) {
      bytes.removeFirst(byteOrderMark.count)
      try warnOfByteOrderMark(in: path)
    }
    return bytes
  }

  /// The bytes of a file, or of standard input for `-`, with a byte-order mark if there is one.
  func unchangedBytes(at path: String) throws(CommandFailure) -> [UInt8] {
    do throws(SystemFailure) {
      guard path == "-" else { return try files.bytes(at: path) }
      let input = standardInput()
      guard input.isTerminal else { return try input.readAll() }
      return try progress.quietly { () throws(SystemFailure) in try input.readAll() }
    } catch {
      throw unreadable(path, error)
    }
  }

  /// The bytes of a file, or of standard input for `-`, piece by piece.
  func source(at path: String) throws(CommandFailure) -> any ByteSource {
    do throws(SystemFailure) { return path == "-" ? standardInput() : try files.source(at: path) } catch {
      throw unreadable(path, error)
    }
  }

  /// Standard input as a document. Who has to type it is told so, since silence looks like work.
  func standardInput() -> any ByteSource {
    if input.isTerminal { progress.tell("reading what is typed here; Ctrl-D on a line of its own ends it") }
    return input
  }

  private func unreadable(_ path: String, _ failure: SystemFailure) -> CommandFailure {
    CommandFailure(
      .unreadable, "\(displayName(path)) can't be read: \(failure.reason).",
      nextStep: "Name a file that exists and may be read, or '-' for standard input.")
  }

  /// Says on standard error what went wrong, and what to do next.
  func report(_ failure: CommandFailure, from name: String = CommandTable.root.name) throws(CommandFailure) {
    let label = error.style.error("error:")
    try error.writeLine("\(name): \(label) \(PlacedMessage.withoutControls(failure.message))")
    try error.writeLine(PlacedMessage.withoutControls(failure.nextStep))
  }

  /// Ends a command to which files of a package are of no use: says each reason, with what to do about it.
  func refusePackage(_ reasons: [String]) throws(CommandFailure) -> Never {
    for reason in reasons { try error.writeLine(PlacedMessage.withoutControls(reason)) }
    throw CommandFailure(.unreadable, "Not everything can be looked at.", nextStep: "Do what is said above.")
  }

  func warnOfByteOrderMark(in path: String) throws(CommandFailure) {
    let warning = error.style.warning("warning:")
    try error.writeLine(
      "\(displayName(path)):1:1: \(warning) a byte-order mark is skipped; save the file as UTF-8 without one")
  }

  /// The path as messages show it.
  func displayName(_ path: String) -> String {
    path == "-" ? "<stdin>" : path
  }
}

/// U+FEFF in UTF-8.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
