import Typecast
import TypecastJSON

/// What a model wrote where its provider held it back as no valid answer. Who asked may be able to repair it.
enum HeldBackAnswer {
  /// The answer in a failure; nil where there is none that is whole enough.
  static func reply(in failure: any Error) -> ModelReply? {
    let body: JSONValue?
    switch failure {
    case let failure as HTTPFailure: body = try? JSONValue(parsing: failure.body)
    case let failure as AnswerFault: if case .reported(let json) = failure.fault { body = json } else { body = nil }
    default: body = nil
    }
    guard let error = body?["error"], let text = error["failed_generation"]?.string, !text.isEmpty else { return nil }
    // Groq calls this the same, and the rest of the answer is nowhere.
    if error["message"]?.string?.lowercased().utf8Contains("max completion tokens") == true {
      return ModelReply(text, finish: .length)
    }
    return isClosed(text) ? ModelReply(text) : nil
  }

  /// Whether every bracket and every string that a text opens is closed in it.
  private static func isClosed(_ text: String) -> Bool {
    var (depth, isInString, isEscaped, hasAny) = (0, false, false, false)
    for byte in text.utf8 {
      switch byte {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\") where isInString: isEscaped = true
      case UInt8(ascii: "\""): isInString.toggle()
      case _ where isInString: break
      case UInt8(ascii: "{"), UInt8(ascii: "["): (depth, hasAny) = (depth + 1, true)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
    return hasAny && depth <= 0 && !isInString
  }
}
