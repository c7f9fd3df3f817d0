import Typecast
import TypecastJSON

@testable import TypecastModels

/// An answer, or the lack of one, and the row that it has to get. The texts are written for these tests.
struct ErrorCase {
  let row: String
  let signal: ErrorSignal

  /// What the server answers.
  let status: Int?
  let headers: [(name: String, value: String)]
  let body: String

  init(
    _ row: String, _ status: Int? = nil, body: String = "", _ headers: [(name: String, value: String)] = [],
    transport: TransportError.Kind? = nil, finish: FinishReason? = nil, isLocal: Bool = false
  ) {
    self.row = row
    (self.status, self.headers, self.body) = (status, headers, body)
    signal = ErrorSignal(
      status: status, headers: HTTPHeaders(headers), body: Array(body.utf8), transport: transport, finish: finish,
      isLocal: isLocal)
  }

  /// An error that its provider calls by one word, and says a sentence about.
  static func named(_ row: String, _ status: Int, _ word: String, _ text: String = "It went wrong.") -> ErrorCase {
    let error: JSONValue = ["code": .string(word), "message": .string(text)]
    return ErrorCase(row, status, body: JSONWriter().string(of: ["error": error]))
  }

  /// An error with nothing but a sentence.
  static func said(_ row: String, _ status: Int, _ text: String, isLocal: Bool = false) -> ErrorCase {
    ErrorCase(row, status, body: JSONWriter().string(of: ["error": ["message": .string(text)]]), isLocal: isLocal)
  }

  static func finished(_ row: String, _ word: String) -> ErrorCase {
    ErrorCase(row, 200, finish: FinishReason(rawValue: word))
  }

  /// What no provider words in its own way: statuses without a text, and ends of answers.
  static func general(_ name: String) -> [ErrorCase] {
    let statuses: [(String, Int)] = [
      ("redirect", 307), ("status.400", 405), ("status.400", 415), ("status.401", 401), ("status.402", 402),
      ("status.403", 403),
      ("status.404", 410), ("status.408", 408), ("status.409", 409), ("status.413", 413), ("status.429", 429),
      ("status.499", 499), ("status.501", 501), ("status.503", 529), ("status.504", 504), ("status.4xx", 418),
      ("status.5xx", 500), ("status.5xx", 599), ("status.other", 999), ("error.inAnswer", 200),
    ]
    let ends: [(String, FinishReason)] = [
      ("length", .length), ("refusal", .refusal), ("blocked", .blocked), ("incomplete", .incomplete),
      ("other", FinishReason(rawValue: "tea")),
    ]
    // Reasons that a provider does not know are no row of its table.
    let unknown = ["ollama": ["refusal", "blocked"], "anthropic": ["blocked"], "gemini": ["refusal"]][name] ?? []
    return statuses.map { ErrorCase("\(name).\($0.0)", $0.1) }
      + ends.filter { !unknown.contains($0.0) }.map { ErrorCase("\(name).finish.\($0.0)", 200, finish: $0.1) } + [
        ErrorCase("\(name).malformed", 200, body: #"{"type":"malformed_answer","message":"no JSON"}"#),
        ErrorCase("\(name).unknown"),
      ]
  }
}
