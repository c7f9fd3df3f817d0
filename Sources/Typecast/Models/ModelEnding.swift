/// What is known of an answer at its end.
public struct ModelEnding: Hashable, Sendable {
  /// Why the model stopped.
  public var finish: FinishReason

  /// What the answer cost.
  public var usage: Usage

  /// What the provider calls this request.
  public var requestID: String?

  /// What the provider calls the model that answered.
  public var model: String?

  /// How long it took until the first token, where the model knows that better than the caller.
  public var firstToken: Duration?

  /// What the provider says about why the answer ended: a refusal in words, the reason of a filter.
  public var explanation: String?

  /// What the provider says is left of its limits.
  public var rateLimits: [RateLimit]

  /// What the answer fails for where it is not whole, as the provider's errors have it; nil where ``finish`` tells it.
  public var failureKind: FailureKind?

  /// The text of the answer, where that is not what its pieces make together.
  ///
  /// A provider may have been sent another shape than the one asked for; this is the answer in the latter.
  public var text: String?

  /// The end of an answer, for tests and providers of your own.
  public init(
    _ finish: FinishReason = .stop, usage: Usage = Usage(), requestID: String? = nil, model: String? = nil,
    firstToken: Duration? = nil, explanation: String? = nil, rateLimits: [RateLimit] = [], text: String? = nil
  ) {
    self.finish = finish
    self.usage = usage
    self.requestID = requestID
    self.model = model
    self.firstToken = firstToken
    self.explanation = explanation
    self.rateLimits = rateLimits
    self.text = text
  }
}
