/// Why there is no value: one list for models, transports and calls. More may be added.
public struct FailureKind: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public var description: String { rawValue }

  // MARK: The request

  /// The key is missing or wrong.
  public static let authentication = FailureKind(rawValue: "authentication")
  /// The key is right, and does not allow this.
  public static let permission = FailureKind(rawValue: "permission")
  /// There is no such model here.
  public static let modelNotFound = FailureKind(rawValue: "modelNotFound")
  /// There is no such address.
  public static let notFound = FailureKind(rawValue: "notFound")
  /// What was asked can't be asked: two tools of one name, no message, a setting that the provider does not take.
  public static let badRequest = FailureKind(rawValue: "badRequest")
  /// The provider does not take this schema.
  public static let schemaRejected = FailureKind(rawValue: "schemaRejected")
  /// The model can't do something that was asked of it: see pictures, call tools, think.
  public static let unsupported = FailureKind(rawValue: "unsupported")
  /// The request is longer than the model can read.
  public static let contextWindow = FailureKind(rawValue: "contextWindow")

  // MARK: The answer

  /// A filter of the provider withheld the prompt or the answer.
  public static let contentPolicy = FailureKind(rawValue: "contentPolicy")
  /// The model declined to answer.
  public static let refusal = FailureKind(rawValue: "refusal")
  /// The answer was cut off at a limit of tokens.
  public static let truncated = FailureKind(rawValue: "truncated")
  /// What came is not what this provider's answers look like, or it stopped before its end.
  public static let malformedReply = FailureKind(rawValue: "malformedReply")
  /// The models answered, but gave no valid value.
  public static let invalidOutput = FailureKind(rawValue: "invalidOutput")
  /// A second answer has other elements than the first one, of which some had been handed over.
  public static let changed = FailureKind(rawValue: "changed")

  // MARK: The provider

  /// Too many requests or tokens in a short time.
  public static let rateLimit = FailureKind(rawValue: "rateLimit")
  /// What a day or an account allows is used up.
  public static let quota = FailureKind(rawValue: "quota")
  /// The provider has too much to do.
  public static let overloaded = FailureKind(rawValue: "overloaded")
  /// Something broke at the provider.
  public static let server = FailureKind(rawValue: "server")
  /// A model took longer than it may.
  public static let timeout = FailureKind(rawValue: "timeout")
  /// The provider could not be reached, or the connection broke.
  public static let connection = FailureKind(rawValue: "connection")

  // MARK: The call

  /// A model threw an error of its own kind.
  public static let modelFailed = FailureKind(rawValue: "modelFailed")
  /// A tool threw an error that is not meant for the model.
  public static let toolFailed = FailureKind(rawValue: "toolFailed")
  /// A check threw an error that is not meant for the model.
  public static let checkFailed = FailureKind(rawValue: "checkFailed")
  /// The budget of the call is used up.
  public static let budget = FailureKind(rawValue: "budget")
  /// The task was cancelled.
  public static let cancelled = FailureKind(rawValue: "cancelled")
}
