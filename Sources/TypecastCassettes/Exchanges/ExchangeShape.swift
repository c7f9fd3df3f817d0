import Typecast
import TypecastJSON

/// What an answer looks like, whatever it says: which members it has, and of which types.
///
/// Two recordings of one server differ in every text; where their shapes differ, the server has changed.
public struct ExchangeShape: Hashable, Sendable {
  /// Places with the types of what stands there. `*` stands for every element of an array.
  public private(set) var types: [String: Set<String>] = [:]

  /// Looks at the status, the names of headers, and the types within a body of JSON or of events.
  public init(_ exchange: Exchange) {
    switch exchange.outcome {
    case .failure(let failure): note("failure", failure.error.kind.rawValue)
    case .response(let response):
      note("status", String(response.status))
      for header in response.headers { note("header \(header.name.lowercased())", "text") }
      if let failure = response.failure { note("failure", failure.error.kind.rawValue) }
      note(response.body)
    }
  }

  /// How a shape differs from an earlier one, in lines.
  public func differences(from earlier: ExchangeShape) -> [String] {
    Set(types.keys).union(earlier.types.keys).sorted().compactMap { place in
      switch (earlier.types[place], types[place]) {
      case (nil, let new?): "+ \(place): \(Self.words(new))"
      case (let old?, nil): "- \(place): \(Self.words(old))"
      case (let old?, let new?): old == new ? nil : "~ \(place): \(Self.words(old)) -> \(Self.words(new))"
      case (nil, nil): nil
      }
    }
  }

  private static func words(_ types: Set<String>) -> String { types.sorted().joined(separator: " | ") }

  private mutating func note(_ place: String, _ type: String) {
    types[place, default: []].insert(type)
  }

  /// A body is JSON, or a stream whose lines hold JSON, or text.
  private mutating func note(_ body: [UInt8]) {
    if let json = try? JSONValue(parsing: body) { return note(json, at: "body") }
    var isStream = false
    for line in body.split(separator: 0x0A) {
      guard let start = line.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
        let json = try? JSONValue(parsing: Array(line[start...]))
      else { continue }
      isStream = true
      // Events of different sorts have different members.
      let sort = json["type"]?.string.map { "(\($0))" } ?? ""
      note(json, at: "stream\(sort)")
    }
    if !isStream, !body.isEmpty { note("body", "text") }
  }

  private mutating func note(_ json: JSONValue, at place: String) {
    note(place, json.type.rawValue)
    switch json {
    case .array(let elements): for element in elements { note(element, at: place + "/*") }
    case .object(let object):
      for member in object { note(member.value, at: place + "/" + JSONPointer.escape(member.key)) }
    default: break
    }
  }
}
