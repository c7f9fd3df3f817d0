/// What a model answers.
public struct ModelReply: Hashable, Sendable {
  /// The text of the answer, as it came.
  public var text: String

  /// Why the model stopped.
  public var finish: FinishReason

  /// What the answer cost.
  public var usage: Usage

  public init(_ text: String, finish: FinishReason = .stop, usage: Usage = Usage()) {
    self.text = text
    self.finish = finish
    self.usage = usage
  }
}

/// A piece of an answer that is still coming.
public enum ModelPiece: Hashable, Sendable {
  /// More of the text.
  case text(String)
  /// The end, with what is known only then.
  case end(FinishReason, Usage)
}

/// Why a model stopped; more may be added.
public struct FinishReason: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public var description: String { rawValue }

  /// The answer is whole.
  public static let stop = FinishReason(rawValue: "stop")
  /// A limit on its length cut the answer off.
  public static let length = FinishReason(rawValue: "length")
}

/// How many tokens a call took, as far as the provider says.
public struct Usage: Hashable, Sendable {
  /// Those of the request.
  public var input: Int?
  /// Those of the answer, reasoning included.
  public var output: Int?
  /// Those of the request that the provider had read before.
  public var cached: Int?
  /// Those of the answer that were spent on reasoning.
  public var reasoning: Int?

  public init(input: Int? = nil, output: Int? = nil, cached: Int? = nil, reasoning: Int? = nil) {
    self.input = input
    self.output = output
    self.cached = cached
    self.reasoning = reasoning
  }
}

extension Usage: CustomStringConvertible {
  /// What the provider has said, as compact JSON.
  public var description: String {
    let counts = [("input", input), ("output", output), ("cached", cached), ("reasoning", reasoning)]
    return "{" + counts.compactMap { name, count in count.map { "\"\(name)\":\($0)" } }.joined(separator: ",") + "}"
  }
}
