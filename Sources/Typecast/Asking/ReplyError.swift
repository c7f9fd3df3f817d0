/// A call that gave no value, with all that was tried.
public struct ReplyError: Error, Sendable {
  /// Why there is no value; more may be added.
  public struct Kind: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }

    /// What was asked can't be asked: two tools of one name, no message.
    public static let badRequest = Kind(rawValue: "badRequest")
    /// The models answered, but gave no valid value.
    public static let invalidOutput = Kind(rawValue: "invalidOutput")
    /// The answer was cut off at a limit of tokens.
    public static let truncated = Kind(rawValue: "truncated")
    /// The model threw an error.
    public static let modelFailed = Kind(rawValue: "modelFailed")
    /// A tool threw an error that is not meant for the model.
    public static let toolFailed = Kind(rawValue: "toolFailed")
    /// A check threw an error that is not meant for the model.
    public static let checkFailed = Kind(rawValue: "checkFailed")
    /// A model took longer than it may.
    public static let timeout = Kind(rawValue: "timeout")
    /// The budget of the call is used up.
    public static let budget = Kind(rawValue: "budget")
    /// The task was cancelled.
    public static let cancelled = Kind(rawValue: "cancelled")
    /// A second answer has other elements than the first one, of which some had been handed over.
    public static let changed = Kind(rawValue: "changed")
  }

  public let kind: Kind

  /// What happened and what to do about it, in a sentence or two.
  public let message: String

  /// Every question that was asked.
  public let attempts: [Attempt]

  /// How long the whole call took.
  public let timings: Timings

  /// What a model, a tool or a check threw.
  public let underlying: (any Error)?

  public init(
    _ kind: Kind, _ message: String, attempts: [Attempt] = [], timings: Timings = Timings(),
    underlying: (any Error)? = nil
  ) {
    self.kind = kind
    self.message = message
    self.attempts = attempts
    self.timings = timings
    self.underlying = underlying
  }

  /// The last answer, as it came.
  public var reply: ModelReply? { attempts.last { $0.reply != nil }?.reply }

  /// What is wrong with the last answer.
  public var problem: CastError? { attempts.last { $0.reply != nil }?.problem }

  /// The model that was asked last.
  public var model: String? { attempts.last?.model }

  /// What all attempts cost together.
  public var usage: Usage { attempts.usage }

  /// What providers call the requests.
  public var requestIDs: [String] { attempts.requestIDs }
}

extension ReplyError: CustomStringConvertible {
  public var description: String { message }
}

extension ReplyError {
  /// What happened, for people: the message, and the attempts.
  public var report: String {
    attempts.isEmpty ? message : "\(message)\n\(attempts.listing)"
  }
}
