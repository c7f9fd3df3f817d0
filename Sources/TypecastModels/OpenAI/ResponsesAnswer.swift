import Typecast
import TypecastJSON

/// Makes pieces of an answer out of what `/responses` sends: an object, or the events that lead up to one.
struct ResponsesAnswer: EventReader {
  private var items: ResponsesItems
  private var ending = ModelEnding(.incomplete)
  private(set) var isOver = false

  init(answerTool: String?) {
    items = ResponsesItems(answerTool: answerTool)
  }

  /// Takes an answer that came whole.
  mutating func take(whole response: JSONValue) throws(WireFault) -> [ModelPiece] {
    guard response.object != nil else {
      throw .malformed("an answer is an object, and this is \(response.type.rawValue)")
    }
    if let error = response["error"], error.isReport { throw .reported(response) }
    guard response["output"]?.array != nil || response["status"]?.string != nil else {
      throw .malformed("the answer has no output")
    }
    return try end(response, nil)
  }

  mutating func take(_ type: String, _ json: JSONValue) throws(WireFault) -> [ModelPiece] {
    guard json.object != nil else { throw .malformed("an event is an object, and this is \(json.type.rawValue)") }
    let type = json["type"]?.words ?? type
    if type == "error" {
      // The words of an error stand in the event itself, or in a member.
      if let error = json["error"], error.isReport { throw .reported(json) }
      throw .reported(["error": json])
    }
    if let error = json["error"], error.isReport { throw .reported(json) }
    switch type {
    case "response.created", "response.queued", "response.in_progress":
      if let response = json["response"] { note(response) }
      return []
    case "response.completed", "response.incomplete", "response.failed", "response.cancelled", "response.done":
      let word = type == "response.done" ? "completed" : String(type.dropFirst("response.".count))
      return try end(json["response"] ?? json, word)
    default: return items.take(type, json)
    }
  }

  mutating func finish() -> [ModelPiece] {
    if isOver { return [] }
    isOver = true
    return items.finish(isWhole: false) + [.end(ending)]
  }

  private mutating func note(_ response: JSONValue) {
    ending.requestID = response["id"]?.words ?? ending.requestID
    ending.model = response["model"]?.words ?? ending.model
    if let usage = OpenAIUsage.read(response["usage"]), usage != Usage() { ending.usage = usage }
  }

  /// Takes the answer as it is at its end.
  ///
  /// - Parameter word: How it ended, where the answer itself does not say so.
  private mutating func end(_ response: JSONValue, _ word: String?) throws(WireFault) -> [ModelPiece] {
    let status = response["status"]?.words ?? word
    if status == "failed" { throw .reported(response) }
    if let error = response["error"], error.isReport { throw .reported(response) }
    note(response)
    // Events that said nothing of what they lead up to.
    var pieces = items.isEmpty ? items.take(whole: response["output"]?.array ?? []) : []
    pieces += items.finish(isWhole: true)
    switch status {
    case "completed", "complete":
      ending.finish = items.hasCalls ? .toolCalls : .stop
    case "incomplete":
      switch response["incomplete_details"]?["reason"]?.words {
      case "max_output_tokens", "max_tokens": ending.finish = .length
      case "content_filter": ending.finish = .blocked
      case let reason?: ending.finish = FinishReason(rawValue: reason)
      case nil: ending.finish = .incomplete
      }
    case nil: ending.finish = .incomplete
    case let status?: ending.finish = FinishReason(rawValue: status)
    }
    if !items.refusal.isEmpty {
      ending.explanation = items.refusal
      if ending.finish != .incomplete { ending.finish = .refusal }
    }
    isOver = true
    return pieces + [.end(ending)]
  }
}
