/// A typed answer, with all that led to it.
public struct Reply<Value: Answerable>: Sendable {
  /// The value.
  public let value: Value

  /// Every question that was asked; the last of them gave the value.
  public let attempts: [Attempt]

  /// How long the whole call took.
  public let timings: Timings

  /// What was said: question, tools and the answer, without what had to be corrected. As `history` it goes on with the
  /// conversation.
  public let conversation: [Message]

  private var last: ModelReply { attempts.last?.reply ?? ModelReply("") }

  /// The text of the answer, as it came.
  public var text: String { last.text }

  /// What the model thought before it answered, where it says so.
  public var thinking: String { last.thinking }

  /// What was done to the text to make it a valid value; nothing if it was one.
  public var repairs: [Repair] { attempts.last?.repairs ?? [] }

  /// The model that answered.
  public var model: String { attempts.last?.model ?? "" }

  /// Why the model stopped.
  public var finish: FinishReason { last.finish }

  /// What all attempts cost together.
  public var usage: Usage { attempts.usage }

  /// What providers call the requests.
  public var requestIDs: [String] { attempts.requestIDs }
}

extension [Attempt] {
  /// What all of them cost together.
  var usage: Usage { reduce(Usage()) { $0 + $1.usage } }

  /// What providers call the requests.
  var requestIDs: [String] { compactMap { $0.reply?.ending.requestID ?? ($0.failure as? any ModelFailure)?.requestID } }

  /// One line for each attempt and more for what it takes to see what happened.
  var listing: String {
    enumerated().map { index, attempt in "\(index + 1). \(attempt)" }.joined(separator: "\n")
  }
}

extension Reply {
  /// What happened, for people: a line for the call, and the attempts.
  public var report: String {
    let tokens = usage == Usage() ? "" : ", tokens \(usage)"
    let count = attempts.count == 1 ? "1 attempt" : "\(attempts.count) attempts"
    return "\(model) answered in \(timings), \(count)\(tokens)\n\(attempts.listing)"
  }
}

extension Reply: CustomStringConvertible {
  /// The value as compact JSON, and what happened.
  public var description: String { "\(value.json)\n\(report)" }
}
