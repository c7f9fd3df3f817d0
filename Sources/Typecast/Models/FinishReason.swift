/// Why a model stopped; more may be added.
public struct FinishReason: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public var description: String { rawValue }

  /// The answer is whole.
  public static let stop = FinishReason(rawValue: "stop")
  /// A limit on its length cut the answer off.
  public static let length = FinishReason(rawValue: "length")
  /// The model waits for the results of tools.
  public static let toolCalls = FinishReason(rawValue: "toolCalls")
  /// The model declined to answer.
  public static let refusal = FinishReason(rawValue: "refusal")
  /// A filter of the provider withheld the prompt or the answer, or a part of it.
  public static let blocked = FinishReason(rawValue: "blocked")
  /// The answer stopped without its end: nobody knows what is missing.
  public static let incomplete = FinishReason(rawValue: "incomplete")

  /// Every reason that is told apart here.
  public static let all: [FinishReason] = [.stop, .length, .toolCalls, .refusal, .blocked, .incomplete]

  /// Whether the model said all that it meant to say.
  public var isWhole: Bool { self == .stop || self == .toolCalls }
}
