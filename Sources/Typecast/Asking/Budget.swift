/// What one call may take, over all of its attempts and models.
public struct Budget: Hashable, Sendable {
  /// How many answers are asked for, those that want tools not counted; nil is without limit.
  public var attempts: Int?

  /// How many tokens requests and answers may have together. No request is made once they are used up, and an answer gets
  /// what is left. Where a provider does not count, four bytes are taken for a token.
  public var tokens: Int?

  /// How much time may pass.
  public var time: Duration?

  /// Without a word about it: six answers, any number of tokens, any time.
  public init(attempts: Int? = 6, tokens: Int? = nil, time: Duration? = nil) {
    self.attempts = attempts
    self.tokens = tokens
    self.time = time
  }
}
