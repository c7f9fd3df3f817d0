import TypecastJSON

/// What a body holds.
enum BodyContent {
  /// One value.
  case json(JSONValue)
  /// Things that came one after the other.
  case stream([StreamEvent])
  case text
  /// What is no UTF-8.
  case bytes
  case none

  /// Reads a body by its type of content, and by its looks where that tells nothing.
  ///
  /// - Parameter isWhole: Whether it came to its end; what a broken body has last may be half of an event.
  init(_ body: [UInt8], contentType: String?, isWhole: Bool = true) {
    if body.allSatisfy(\.isBlank) {
      self = .none
    } else if let type = contentType, Self.linesOfJSON.contains(type) {
      self = .stream(StreamEvent.lines(of: body, isWhole: isWhole))
    } else if let json = JSONValue(lenient: body[...]) {
      self = .json(json)
    } else if contentType == "text/event-stream" || Self.beginsEvents(body) {
      self = .stream(StreamEvent.events(of: body, isWhole: isWhole))
    } else if let end = body.firstIndex(of: 0x0A), JSONValue(lenient: body[..<end]) != nil {
      self = .stream(StreamEvent.lines(of: body, isWhole: isWhole))
    } else {
      self = String(validating: body, as: UTF8.self) == nil ? .bytes : .text
    }
  }

  private static let linesOfJSON: Set<String> = [
    "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines",
    "application/json-lines", "application/stream+json",
  ]

  private static func beginsEvents(_ body: [UInt8]) -> Bool {
    ["data:", "event:", "id:", "retry:", ":"].contains { body.starts(with: $0.utf8) }
  }
}

/// Something in a stream.
struct StreamEvent {
  /// What it says that it is.
  let sort: String?
  /// Nil for what is no JSON.
  let json: JSONValue?

  /// Lines of JSON.
  static func lines(of body: [UInt8], isWhole: Bool) -> [StreamEvent] {
    var lines = body.split(separator: 0x0A).filter { !$0.allSatisfy(\.isBlank) }
    if !isWhole, body.last != 0x0A, let last = lines.last, JSONValue(lenient: last) == nil { lines.removeLast() }
    return lines.map { line in
      let json = JSONValue(lenient: line)
      return StreamEvent(sort: json?.sort, json: json)
    }
  }

  /// The events of a `text/event-stream`, and what stands between them as bare JSON.
  static func events(of body: [UInt8], isWhole: Bool) -> [StreamEvent] {
    var reading = EventReading()
    var start = body.startIndex
    while start < body.endIndex {
      let end = body[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? body.endIndex
      reading.take(body[start..<end])
      start = end + 1
      if start < body.endIndex, body[end] == 0x0D, body[start] == 0x0A { start += 1 }
    }
    if isWhole { reading.close() }
    return reading.events
  }
}

/// Puts lines together to events.
private struct EventReading {
  private(set) var events: [StreamEvent] = []
  private var name = ""
  private var data: [UInt8] = []
  private var isBare = false

  mutating func take(_ line: ArraySlice<UInt8>) {
    if line.isEmpty { return close() }
    // No field begins so; some servers write an error without one, over several lines.
    if !isBare, line.first == UInt8(ascii: "{") || line.first == UInt8(ascii: "[") {
      close()
      isBare = true
    }
    if isBare {
      data += line + [0x0A]
      return
    }
    let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
    let value = line[colon...].dropFirst().drop { $0 == 0x20 }
    if line[..<colon].elementsEqual("data".utf8) { data += value + [0x0A] }
    if line[..<colon].elementsEqual("event".utf8) { name = String(decoding: value, as: UTF8.self) }
  }

  mutating func close() {
    defer { (name, data, isBare) = ("", [], false) }
    guard !data.isEmpty else { return }
    let json = JSONValue(lenient: data[...])
    let isEnd = data.elementsEqual("[DONE]\n".utf8)
    events.append(StreamEvent(sort: isEnd ? "[DONE]" : json?.sort ?? (name.isNameOfSort ? name : nil), json: json))
  }
}

extension JSONValue {
  /// What servers send is not always as strict as our own.
  fileprivate init?(lenient bytes: ArraySlice<UInt8>) {
    guard let json = try? JSONValue(parsing: Array(bytes), options: JSONOptions(duplicateKeys: .takeLast)) else {
      return nil
    }
    self = json
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
