public import Typecast
public import TypecastJSON

/// How the models of a provider are reached and asked, where the provider's own habits are not enough.
public struct ModelOptions: Sendable {
  /// Where the provider is, with the part of the path that all its requests share, such as `http://localhost:8080/v1`.
  /// Without it the environment says so, or it is where everybody finds it.
  public var baseURL: String?

  /// The key. Without it the environment has it.
  public var key: String?

  /// How the model is brought to answer in the shape of a schema; nil to try what it can do, the best first.
  public var mode: AnswerMode?

  /// When a request is sent again.
  public var retries: RetryPolicy

  /// How long a request may take, where a call does not say so.
  public var timeLimits: TimeLimits

  /// More headers for each request.
  public var headers: [(name: String, value: String)]

  /// More members for the body of each request, in the provider's own words. They take the place of ours; the members of
  /// an object, such as Ollama's `options`, stand beside ours.
  public var extraBody: JSONObject

  /// What the model can do, where it is known better than by its name.
  public var profile: Profile?

  /// Leaves everything to the provider, the environment and the name of the model, but for what is given.
  public init(
    baseURL: String? = nil, key: String? = nil, mode: AnswerMode? = nil, retries: RetryPolicy = RetryPolicy(),
    timeLimits: TimeLimits = ModelOptions.usualTimeLimits, headers: [(name: String, value: String)] = [],
    extraBody: JSONObject = [:], profile: Profile? = nil
  ) {
    self.baseURL = baseURL
    self.key = key
    self.mode = mode
    self.retries = retries
    self.timeLimits = timeLimits
    self.headers = headers
    self.extraBody = extraBody
    self.profile = profile
  }

  /// Long enough for a model that has to be loaded or that thinks, short enough not to wait for a host that is gone.
  public static let usualTimeLimits = TimeLimits(
    connect: .seconds(20), firstByte: .seconds(600), idle: .seconds(180))
}

extension ModelOptions: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Nothing that may hold a secret.
  public var description: String { "ModelOptions(mode: \(mode?.rawValue ?? "best"), retries: \(retries.tries - 1))" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(reflecting: description) }
}
