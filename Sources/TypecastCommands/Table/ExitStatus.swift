/// The number that a process ends with.
struct ExitStatus: Sendable, Equatable {
  let code: Int32

  static let success = ExitStatus(code: 0)
  /// The thing examined failed.
  static let failure = ExitStatus(code: 1)
  /// The command line is wrong, or an input can't be read.
  static let usage = ExitStatus(code: 2)
  /// A model failed, or took too long.
  static let modelFailed = ExitStatus(code: 3)
  /// What a call may take was used up before there was a value.
  static let budgetUsed = ExitStatus(code: 4)
  /// Nobody reads the output any more; what shells report for a process that a broken pipe ended.
  static let closedOutput = ExitStatus(code: 141)
}

/// An exit status and when a command ends with it.
struct ExitCode: Sendable, Equatable {
  let status: ExitStatus
  let meaning: String

  init(_ status: ExitStatus, _ meaning: String) {
    self.status = status
    self.meaning = meaning
  }

  static let closedOutput = ExitCode(
    .closedOutput, "Whatever reads the output has ended, as with a pipe to head; nothing is said about it.")
  static let usage = ExitCode(.usage, "The command line is wrong, or an input can't be read.")
}
