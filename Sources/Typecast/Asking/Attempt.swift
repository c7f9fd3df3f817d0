/// One question to a model, and what came of it.
public struct Attempt: Sendable {
  /// Why a model is asked.
  public enum Purpose: String, Hashable, Sendable {
    /// The question of the caller.
    case question
    /// The question again, with what was wrong about the last answer.
    case correction
    /// To make JSON of the last answer.
    case conversion
  }

  /// Why the model was asked.
  public let purpose: Purpose

  /// The model that was asked.
  public let model: String

  /// What the request goes by in logs.
  public let id: String

  /// The answer as it came: what there was of it where the model failed on the way, nil where there was nothing.
  public let reply: ModelReply?

  /// What was done to the answer to make it valid.
  public let repairs: [Repair]

  /// Why the answer gives no value; nil where it does, and where it is no answer yet but wants tools.
  public let problem: CastError?

  /// What the model threw.
  public let failure: (any Error)?

  /// The tools that the answer wanted.
  public let toolRuns: [ToolRun]

  /// Whether the answer is none yet, but wants tools.
  let isWish: Bool

  /// How long the attempt took.
  public let timings: Timings

  /// How long the texts of the request are.
  let requestBytes: Int

  /// What the answer cost.
  public var usage: Usage { reply?.usage ?? Usage() }
}

extension Attempt: CustomStringConvertible {
  /// A line for the attempt, and one more for each repair, problem and tool.
  public var description: String {
    var lines = ["\(purpose.rawValue) to \(model): \(outcome) in \(timings)"]
    if usage != Usage() { lines[0] += ", tokens \(usage)" }
    if let id = reply?.ending.requestID ?? (failure as? any ModelFailure)?.requestID {
      lines[0] += ", request \(id)"
    }
    lines += repairs.map { "  \($0)" }
    lines += problem?.problems.map { "  \($0)" } ?? []
    for run in toolRuns {
      lines.append(
        "  \(run.call.name)(\(run.call.arguments.excerpt())) → \(run.result.isError ? "error: " : "")"
          + "\(run.result.text.excerpt()) in \(run.duration.short)")
      lines += run.repairs.map { "    \($0)" }
    }
    return lines.joined(separator: "\n")
  }

  private var outcome: String {
    if let failure { return "failed (\(String(describing: failure).excerpt(200)))" }
    if let problem { return "no value (\(problem.kind.rawValue))" }
    if isWish, let count = reply?.toolCalls.count { return "wants \(count == 1 ? "a tool" : "\(count) tools")" }
    return repairs.isEmpty ? "a value" : "a value after \(repairs.count == 1 ? "1 repair" : "\(repairs.count) repairs")"
  }
}

extension String {
  /// The beginning of the text in one line.
  package func excerpt(_ limit: Int = 80) -> String {
    var start = ""
    for scalar in prefix(limit).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: start += scalar.properties.isWhitespace ? " " : "\u{FFFD}"
      default: start.unicodeScalars.append(scalar)
      }
    }
    return dropFirst(limit).isEmpty ? start : start + "…"
  }
}
