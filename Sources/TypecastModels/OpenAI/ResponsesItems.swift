import Typecast
import TypecastJSON

/// Reads the items of an answer of `/responses`, whole or as they come.
struct ResponsesItems: Sendable {
  /// A place within an answer: an item, and a part of it.
  private struct Place: Hashable {
    var item: Item
    var part: Int
    var isSummary = false
  }

  /// An item by its number, or by its id where it has none.
  private enum Item: Hashable {
    case number(Int)
    case id(String)
  }

  private struct Call {
    var item: Item
    var json: JSONValue
    var arguments = ""
    var isGiven = false
  }

  private let answerTool: String?
  private var said: Set<Place> = []
  private var thoughts: Set<Item> = []
  private var lastThought: Place?
  private var calls: [Call] = []
  private var placesOfCalls: [Item: Int] = [:]
  private var numbers: [String: Int] = [:]
  private var callCount = 0
  private var ids: Set<String> = []
  private var hasText = false
  private var answerItem: Item?
  private var hasBegunAnswer = false

  private(set) var refusal = ""
  private(set) var hasCalls = false

  /// Whether nothing but thoughts has come.
  private(set) var isEmpty = true

  init(answerTool: String?) {
    self.answerTool = answerTool
  }

  mutating func take(whole output: [JSONValue]) -> [ModelPiece] {
    output.enumerated().flatMap { done($0.element, .number($0.offset)) }
  }

  /// Takes an event that is about an item. One that is not known says nothing.
  mutating func take(_ type: String, _ json: JSONValue) -> [ModelPiece] {
    let item = item(of: json)
    func place(_ part: String, isSummary: Bool = false) -> Place {
      Place(item: item, part: json[part]?.int ?? 0, isSummary: isSummary)
    }
    switch type {
    case "response.output_text.delta": return text(json["delta"], place("content_index"))
    case "response.output_text.done": return text(json["text"], place("content_index"), isWhole: true)
    case "response.refusal.delta": return refuse(json["delta"], place("content_index"))
    case "response.refusal.done": return refuse(json["refusal"], place("content_index"), isWhole: true)
    case "response.reasoning_summary_text.delta":
      return think(json["delta"], place("summary_index", isSummary: true))
    case "response.reasoning_summary_text.done":
      return think(json["text"], place("summary_index", isSummary: true), isWhole: true)
    case "response.reasoning_text.delta": return think(json["delta"], place("content_index"))
    case "response.reasoning_text.done": return think(json["text"], place("content_index"), isWhole: true)
    case "response.output_item.added":
      if let added = json["item"], Self.isCall(added) { begin(added, item) }
      return []
    case "response.function_call_arguments.delta", "response.custom_tool_call_input.delta":
      return call(json["delta"], item)
    case "response.function_call_arguments.done", "response.custom_tool_call_input.done":
      guard let index = placesOfCalls[item], calls[index].arguments.isEmpty else { return [] }
      return call(json["arguments"] ?? json["input"], item)
    case "response.output_item.done": return json["item"].map { done($0, item) } ?? []
    default: return []
    }
  }

  /// What was begun and not ended. Where the answer has no end either, a call whose argument is cut is left out.
  mutating func finish(isWhole: Bool) -> [ModelPiece] {
    var pieces: [ModelPiece] = []
    for index in calls.indices where !calls[index].isGiven {
      guard isWhole || isAnswer(calls[index].json) || (try? JSONValue(parsing: calls[index].arguments)) != nil
      else { continue }
      pieces += give(index)
    }
    return pieces
  }

  // MARK: Words

  private mutating func text(_ json: JSONValue?, _ place: Place, isWhole: Bool = false) -> [ModelPiece] {
    guard let text = new(json, place, isWhole) else { return [] }
    isEmpty = false
    hasText = true
    return [.text(text)]
  }

  private mutating func refuse(_ json: JSONValue?, _ place: Place, isWhole: Bool = false) -> [ModelPiece] {
    guard let text = new(json, place, isWhole) else { return [] }
    isEmpty = false
    refusal += text
    return []
  }

  /// Thoughts; a line is left free between two that stand apart.
  private mutating func think(_ json: JSONValue?, _ place: Place, isWhole: Bool = false) -> [ModelPiece] {
    guard let text = new(json, place, isWhole) else { return [] }
    defer { lastThought = place }
    return [.thinking(lastThought == nil || lastThought == place ? text : "\n\n" + text)]
  }

  /// Words that were not said before: the whole of a part says something only where its pieces did not.
  private mutating func new(_ json: JSONValue?, _ place: Place, _ isWhole: Bool) -> String? {
    guard let text = json?.words, !isWhole || !said.contains(place) else { return nil }
    said.insert(place)
    return text
  }

  // MARK: Items

  /// An item that is whole, as far as its pieces have not said it.
  private mutating func done(_ json: JSONValue, _ item: Item) -> [ModelPiece] {
    if Self.isCall(json) {
      if placesOfCalls[item] == nil { begin(json, item) }
      guard let index = placesOfCalls[item], !calls[index].isGiven else { return [] }
      var pieces: [ModelPiece] = []
      let arguments = CallAssembler.arguments(json["arguments"] ?? json["input"])
      if calls[index].arguments.isEmpty { pieces += call(.string(arguments), item) }
      if !arguments.isEmpty { calls[index].arguments = arguments }
      calls[index].json = json
      return pieces + give(index)
    }
    var pieces: [ModelPiece] = []
    for (index, part) in (json["summary"]?.array ?? []).enumerated() {
      pieces += think(part["text"], Place(item: item, part: index, isSummary: true), isWhole: true)
    }
    // What stands in items of another sort is not known to be the answer.
    let isKnown = ["message", "reasoning"].contains(json["type"]?.string ?? "message")
    for (index, part) in (isKnown ? json["content"]?.array ?? [] : []).enumerated() {
      let place = Place(item: item, part: index)
      switch part["type"]?.string {
      case "output_text", "text": pieces += text(part["text"], place, isWhole: true)
      case "refusal": pieces += refuse(part["refusal"], place, isWhole: true)
      case "reasoning_text": pieces += think(part["text"], place, isWhole: true)
      default: break
      }
    }
    if json["type"]?.string == "reasoning", thoughts.insert(item).inserted {
      pieces += Self.thought(json)
    }
    return pieces
  }

  /// A thought as it is wanted back.
  private static func thought(_ json: JSONValue) -> [ModelPiece] {
    let seal = json["encrypted_content"]?.words
    guard let id = json["id"]?.words ?? seal.map({ _ in "" }) else { return [] }
    let text = (json["summary"]?.array ?? []).compactMap { $0["text"]?.words }.joined(separator: "\n\n")
    return [.thought(Thought(text, signature: seal, id: id.isEmpty ? nil : id))]
  }

  // MARK: Calls

  private mutating func begin(_ json: JSONValue, _ item: Item) {
    guard placesOfCalls[item] == nil else { return }
    placesOfCalls[item] = calls.count
    calls.append(Call(item: item, json: json))
    isEmpty = false
    if isAnswer(json), answerItem == nil { answerItem = item }
  }

  /// More of a call's argument; it is text at once where it is the answer.
  private mutating func call(_ delta: JSONValue?, _ item: Item) -> [ModelPiece] {
    guard let text = delta?.words, let index = placesOfCalls[item] else { return [] }
    calls[index].arguments += text
    guard answerItem == item else { return [] }
    // Words before the answer stay apart from it.
    let isApart = hasText && !hasBegunAnswer
    hasBegunAnswer = true
    return [.text(isApart ? "\n" + text : text)]
  }

  private mutating func give(_ index: Int) -> [ModelPiece] {
    calls[index].isGiven = true
    let call = calls[index]
    if isAnswer(call.json) {
      return call.item == answerItem ? [] : [.text("\n" + call.arguments)]
    }
    hasCalls = true
    var id = call.json["call_id"]?.words ?? call.json["id"]?.words ?? ""
    // Two calls of one id could not be told apart when their results are sent.
    while id.isEmpty || !ids.insert(id).inserted {
      callCount += 1
      id = "call_\(callCount)"
    }
    return [.toolCall(ToolCall(id: id, name: call.json["name"]?.string ?? "", arguments: call.arguments))]
  }

  private func isAnswer(_ json: JSONValue) -> Bool {
    guard let answerTool, let name = json["name"]?.string else { return false }
    return name.utf8.elementsEqual(answerTool.utf8)
  }

  private static func isCall(_ json: JSONValue) -> Bool {
    json["type"] == "function_call" || json["type"] == "custom_tool_call"
  }

  /// Which item an event is about. Some servers leave its number out, some change its id from event to event.
  private mutating func item(of json: JSONValue) -> Item {
    let id = json["item_id"]?.words ?? json["item"]?["id"]?.words
    if let number = json["output_index"]?.int {
      if let id, numbers[id] == nil { numbers[id] = number }
      return .number(number)
    }
    return id.flatMap { numbers[$0] }.map(Item.number) ?? .id(id ?? "")
  }
}
