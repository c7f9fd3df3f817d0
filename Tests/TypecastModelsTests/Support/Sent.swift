import Typecast
import TypecastJSON
import TypecastSchema

@testable import TypecastModels

/// A request that others sent, read into our own types as far as these have a place for it.
struct Sent {
  /// What keeps a request from being read: something that ours can't say.
  struct Unsaid: Error { let what: String }

  var request = ModelRequest([])
  var model = ""
  var isStreamed = false
  var mode = AnswerMode.native

  static func schema(_ json: JSONValue?) throws -> CompiledSchema {
    guard let json, let schema = try? CompiledSchema(parsing: JSONWriter().string(of: json)) else {
      throw Unsaid(what: "no schema")
    }
    return schema
  }
}

/// A request without what two ways of saying the same may differ in, and without what we have no words for.
enum PlainJSON {
  /// An object with only some of its members, and none that says nothing.
  static func picked(_ json: JSONValue?, _ keys: Set<String>) -> JSONObject {
    var picked = JSONObject()
    for member in json?.object ?? [:] where keys.contains(member.key) {
      switch member.value {
      case .null, .array([]), .string(""): break
      default: picked[member.key] = member.value
      }
    }
    return picked
  }

  /// Turns of one role behind each other as one, and without parts that say nothing.
  static func turns(_ turns: [(role: String, parts: [JSONValue])]) -> JSONValue {
    var joined: [(role: String, parts: [JSONValue])] = []
    for turn in turns where !turn.parts.isEmpty {
      if joined.last?.role == turn.role {
        joined[joined.count - 1].parts += turn.parts
      } else {
        joined.append(turn)
      }
    }
    return .array(joined.map { ["role": .string($0.role), "parts": .array($0.parts)] })
  }
}
