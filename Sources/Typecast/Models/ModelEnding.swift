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

  public init(
    _ finish: FinishReason = .stop, usage: Usage = Usage(), requestID: String? = nil, model: String? = nil,
    firstToken: Duration? = nil
  ) {
    self.finish = finish
    self.usage = usage
    self.requestID = requestID
    self.model = model
    self.firstToken = firstToken
  }
}
