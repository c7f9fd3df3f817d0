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

  /// Counts as a provider gives them; nil for those that it does not.
  public init(input: Int? = nil, output: Int? = nil, cached: Int? = nil, reasoning: Int? = nil) {
    self.input = input
    self.output = output
    self.cached = cached
    self.reasoning = reasoning
  }

  /// Those of the request and of the answer together, where either is known.
  public var total: Int? { Self.sum(input, output) }

  /// What two calls took together; what neither says stays unknown.
  public static func + (left: Usage, right: Usage) -> Usage {
    Usage(
      input: sum(left.input, right.input), output: sum(left.output, right.output),
      cached: sum(left.cached, right.cached), reasoning: sum(left.reasoning, right.reasoning))
  }

  private static func sum(_ left: Int?, _ right: Int?) -> Int? {
    guard let left, let right else { return left ?? right }
    let (sum, overflows) = left.addingReportingOverflow(right)
    return overflows ? (left > 0 ? .max : .min) : sum
  }
}

extension Usage: CustomStringConvertible {
  /// What the provider has said, as compact JSON.
  public var description: String {
    let counts = [("input", input), ("output", output), ("cached", cached), ("reasoning", reasoning)]
    return "{" + counts.compactMap { name, count in count.map { "\"\(name)\":\($0)" } }.joined(separator: ",") + "}"
  }
}
