/// Why a command ended without doing its work.
struct CommandFailure: Error, Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// The command line is wrong.
    case usage
    /// An input can't be read, or is not what it has to be.
    case unreadable
    /// An output can't be written.
    case unwritable
    /// Nobody reads the output any more.
    case closedOutput
  }

  let kind: Kind
  /// One or two sentences.
  let message: String
  /// What to do about it.
  let nextStep: String

  init(_ kind: Kind, _ message: String, nextStep: String) {
    self.kind = kind
    self.message = message
    self.nextStep = nextStep
  }

  var status: ExitStatus {
    kind == .closedOutput ? .closedOutput : .usage
  }
}
