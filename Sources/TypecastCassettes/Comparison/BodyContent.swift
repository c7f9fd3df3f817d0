import Typecast
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
    var reader = JSONLineReader(lineLimit: .max)
    var lines = (try? reader.append(body)) ?? []
    if let last = reader.finish(), isWhole || JSONValue(lenient: last[...]) != nil { lines.append(last) }
    return lines.map { line in
      let json = JSONValue(lenient: line[...])
      return StreamEvent(sort: json?.sort, json: json)
    }
  }

  /// The events of a `text/event-stream`, and what stands between them as bare JSON.
  static func events(of body: [UInt8], isWhole: Bool) -> [StreamEvent] {
    var reader = EventStreamReader(limit: .max)
    var items = (try? reader.append(body)) ?? []
    if isWhole { items += (try? reader.finish()) ?? [] }
    return items.map(StreamEvent.init)
  }
}

extension StreamEvent {
  fileprivate init(_ item: EventStreamReader.Item) {
    switch item {
    case .bare(let bytes):
      json = JSONValue(lenient: bytes[...])
      sort = json?.sort
    case .event(let type, let data):
      json = JSONValue(lenient: data[...])
      let isEnd = data.elementsEqual("[DONE]".utf8)
      sort = isEnd ? "[DONE]" : json?.sort ?? (type.isNameOfSort ? type : nil)
    }
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
