/// What comes of a call whose answer is shown while it grows. Partial values are many, so the rest is kept out of line.
public enum ReplyEvent<Value: Answerable>: Sendable {
  /// The value as far as it is known.
  case partial(Value.Partial)
  /// That was no answer: the partial values so far are void, and a model is asked again.
  indirect case restart(Attempt)
  /// The whole answer; nothing comes after it.
  indirect case reply(Reply<Value>)
}
