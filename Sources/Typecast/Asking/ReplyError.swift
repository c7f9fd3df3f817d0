/// A call that gave no value, with all that was tried.
public struct ReplyError: Error, Sendable {
  /// What went wrong, in the same words as the errors of models.
  public typealias Kind = FailureKind

  /// What went wrong, for code to decide by.
  public let kind: Kind

  /// What happened and what to do about it, in a sentence or two. It may show a part of the answer that is at fault.
  public let message: String

  /// Every question that was asked.
  public let attempts: [Attempt]

  /// How long the whole call took.
  public let timings: Timings

  /// What a model, a tool or a check threw.
  public let underlying: (any Error)?

  /// An error of a call, for models and tests that make one themselves.
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

  /// The text of the last answer, as it came.
  public var text: String? { reply?.text }

  /// Why the model stopped that answered last.
  public var finish: FinishReason? { reply?.finish }

  /// What was done to the last answer before it was given up.
  public var repairs: [Repair] { attempts.last { $0.reply != nil }?.repairs ?? [] }

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
  /// What happened, for people: the message, what it took, and the attempts. It shows parts of answers and of arguments.
  public var report: String {
    if attempts.isEmpty { return message }
    let tokens = usage == Usage() ? "" : ", tokens \(usage)"
    let summary = "\(message)\nThat took \(timings)\(tokens)."
    // An only attempt without an answer has no more to tell than the message.
    if attempts.count == 1, attempts[0].reply == nil, attempts[0].failure != nil { return summary }
    return "\(summary)\n\(attempts.listing)"
  }
}
