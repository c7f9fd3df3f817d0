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

  /// Whether the model said all that it meant to say.
  public var isWhole: Bool { self == .stop || self == .toolCalls }
}
