/// A provider's own subset of JSON Schema, by a name that stays the same.
///
/// More may be added; code that switches over dialects has to expect names it does not know.
public struct Dialect: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
  /// The name on the command line and in configurations, such as `openai-strict`.
  public let rawValue: String

  /// Finds the dialect of a name; nil if there is none.
  public init?(rawValue: String) {
    guard DialectFacts.all.contains(where: { $0.dialect.rawValue.utf8.elementsEqual(rawValue.utf8) }) else {
      return nil
    }
    self.rawValue = rawValue
  }

  private init(known name: String) {
    rawValue = name
  }

  /// Structured outputs of OpenAI with `strict: true`.
  public static let openAIStrict = Dialect(known: "openai-strict")
  /// `responseJsonSchema` of Gemini.
  public static let geminiJSONSchema = Dialect(known: "gemini-json-schema")
  /// `responseSchema` of Gemini, the older dialect in the manner of OpenAPI.
  public static let geminiResponseSchema = Dialect(known: "gemini-response-schema")
  /// `output_config.format` of Anthropic.
  public static let anthropic = Dialect(known: "anthropic")
  /// `format` of Ollama, whichever of its paths a model takes.
  public static let ollama = Dialect(known: "ollama")
  /// `llama-server` of llama.cpp.
  public static let llamaCpp = Dialect(known: "llamacpp")
  /// Structured outputs of Groq with `strict: true`.
  public static let groq = Dialect(known: "groq")

  /// Every dialect, in a fixed order.
  public static let all: [Dialect] = DialectFacts.all.map(\.dialect)

  /// What messages call the dialect.
  public var title: String { DialectFacts.of(self).title }

  public var description: String { rawValue }

  public static func == (left: Dialect, right: Dialect) -> Bool {
    left.rawValue.utf8.elementsEqual(right.rawValue.utf8)
  }
}
