import Typecast
import TypecastJSON

/// Puts calls of tools together from their pieces, and hands the argument of the tool that takes the answer over as text.
///
/// Servers number pieces, name them by an id, do both, or neither. A number is a label and nothing more.
struct CallAssembler: Sendable {
  private struct Call {
    var id = ""
    var name = ""
    var arguments = ""
    /// Whether its argument is handed over as text while it comes.
    var isAnswer = false
  }

  private let answerTool: String?
  private var calls: [Call] = []
  private var placesOfIndexes: [Int: Int] = [:]
  private var placesOfIDs: [String: Int] = [:]

  /// Which call is the answer. A second one is kept until the end, so that the two don't mix.
  private var answerPlace: Int?
  private var hasText = false
  private var hasBegunAnswer = false

  /// Whether calls that are not the answer were handed over.
  private(set) var hasCalls = false

  init(answerTool: String?) {
    self.answerTool = answerTool
  }

  /// Text beside the calls.
  mutating func text(_ text: String) -> [ModelPiece] {
    hasText = hasText || !text.isEmpty
    return [.text(text)]
  }

  /// Takes pieces of calls.
  ///
  /// - Parameter isWhole: Whether each of them is a whole call.
  mutating func take(_ deltas: [JSONValue], isWhole: Bool) -> [ModelPiece] {
    var pieces: [ModelPiece] = []
    var begun: Set<Int> = []
    for delta in deltas where delta.object != nil {
      let function = delta["function"]?.ifObject ?? delta["custom"]?.ifObject ?? delta
      let name = function["name"]?.words
      var place = isWhole ? nil : place(of: delta, name)
      // Two names in one list are two calls, whatever numbers they have.
      if let known = place, name != nil, begun.contains(known) { place = nil }
      let at = place ?? begin(delta)
      if name != nil { begun.insert(at) }
      if let id = delta["id"]?.words, calls[at].id.isEmpty {
        calls[at].id = id
        placesOfIDs[id] = at
      }
      pieces += add(name, Self.arguments(function["arguments"] ?? function["input"]), at: at)
    }
    return pieces
  }

  /// The calls, and arguments that were kept back.
  ///
  /// - Parameter isWhole: Whether the answer came to an end. Where it did not, a call whose argument is cut is left out.
  mutating func finish(isWhole: Bool) -> [ModelPiece] {
    var pieces: [ModelPiece] = []
    var ids: Set<String> = []
    var count = 0
    for (place, call) in calls.enumerated() where place != answerPlace {
      if call.isAnswer {
        pieces.append(.text("\n" + call.arguments))
        continue
      }
      if call.id.isEmpty, call.name.isEmpty, call.arguments.isEmpty { continue }
      guard isWhole || (try? JSONValue(parsing: call.arguments)) != nil else { continue }
      var id = call.id
      // Two calls of one id could not be told apart when their results are sent.
      while id.isEmpty || ids.contains(id) {
        count += 1
        id = "call_\(count)"
      }
      ids.insert(id)
      hasCalls = true
      pieces.append(.toolCall(ToolCall(id: id, name: call.name, arguments: call.arguments)))
    }
    return pieces
  }

  // MARK: Places

  private func place(of delta: JSONValue, _ name: String?) -> Int? {
    let id = delta["id"]?.words
    if let index = delta["index"]?.int {
      guard let place = placesOfIndexes[index] else { return nil }
      // Some servers give one number to all calls; ids that change within a call have no name beside them.
      if let id, name != nil, !calls[place].id.isEmpty, calls[place].id != id { return placesOfIDs[id] }
      return place
    }
    if let id { return placesOfIDs[id] ?? (name == nil ? calls.indices.last : nil) }
    return name == nil ? calls.indices.last : nil
  }

  private mutating func begin(_ delta: JSONValue) -> Int {
    calls.append(Call())
    let place = calls.count - 1
    if let index = delta["index"]?.int { placesOfIndexes[index] = place }
    return place
  }

  private mutating func add(_ name: String?, _ arguments: String, at place: Int) -> [ModelPiece] {
    if let name, calls[place].name.isEmpty {
      calls[place].name = name
      calls[place].isAnswer = answerTool.map { name.utf8.elementsEqual($0.utf8) } ?? false
    }
    calls[place].arguments += arguments
    guard calls[place].isAnswer else { return [] }
    if answerPlace == nil { answerPlace = place }
    guard answerPlace == place, !calls[place].arguments.isEmpty else { return [] }
    let text = calls[place].arguments
    calls[place].arguments = ""
    // Words before the answer stay apart from it.
    let isApart = hasText && !hasBegunAnswer
    hasBegunAnswer = true
    return [.text(isApart ? "\n" + text : text)]
  }

  /// What a server gives as an argument, as text.
  static func arguments(_ json: JSONValue?) -> String {
    switch json {
    case nil, .null?: ""
    case .string(let text)?: text
    case let other?: JSONWriter().string(of: other)
    }
  }
}
