import Typecast
import TypecastJSON

/// Makes pieces of an answer out of the events of one API.
protocol EventReader: Sendable {
  /// Takes one event: its type, empty where it has none, and its data.
  mutating func take(_ type: String, _ data: JSONValue) throws(WireFault) -> [ModelPiece]

  /// Whether the answer is over, so that nothing behind is read.
  var isOver: Bool { get }

  /// What is left when no more events come. Where the end did not come, it is made up as ``FinishReason/incomplete``.
  mutating func finish() throws(WireFault) -> [ModelPiece]
}

/// Reads a `text/event-stream` by an ``EventReader``.
struct EventStream<Events: EventReader>: StreamReader {
  private var frames = EventStreamReader()
  private var events: Events

  /// The first byte that is no white space and no mark of byte order.
  private var first: UInt8?
  private var hasItems = false

  init(_ events: Events) {
    self.events = events
  }

  mutating func read(_ bytes: [UInt8]) throws(WireFault) -> [ModelPiece] {
    if first == nil { first = bytes.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) } }
    let items: [EventStreamReader.Item]
    do { items = try frames.append(bytes) } catch { throw .malformed("\(error)") }
    return try take(items)
  }

  mutating func finish() throws(WireFault) -> [ModelPiece] {
    let items: [EventStreamReader.Item]
    do { items = try frames.finish() } catch { throw .malformed("\(error)") }
    // A page has no line that means anything in a stream; without a word it would look as one that said nothing.
    if !hasItems, items.isEmpty, first == UInt8(ascii: "<") {
      throw .malformed("the answer is a page, and no stream of events")
    }
    return try take(items.filter { !Self.isBrokenOff($0) }) + (events.isOver ? [] : events.finish())
  }

  /// Whether the last event of a stream is the beginning of one. Such a stream has no end; its form is the right one.
  private static func isBrokenOff(_ item: EventStreamReader.Item) -> Bool {
    switch item {
    case .bare(let bytes): bytes.beginsAsJSON && (try? json(bytes)) == nil
    case .event(_, let data):
      data.beginsAsJSON && !trimmed(data).elementsEqual("[DONE]".utf8) && (try? events(trimmed(data))) == nil
    }
  }

  private mutating func take(_ items: [EventStreamReader.Item]) throws(WireFault) -> [ModelPiece] {
    var pieces: [ModelPiece] = []
    hasItems = hasItems || !items.isEmpty
    for item in items where !events.isOver {
      switch item {
      case .bare(let bytes):
        let json = try Self.json(bytes)
        // Gemini sends one list of all events, or of an error, where nobody asked for events.
        guard let list = json.array, list.first?.object != nil else { throw .reported(json) }
        for json in list where !events.isOver { pieces += try events.take("", json) }
      case .event(let type, let padded):
        let data = Self.trimmed(padded)
        if data.isEmpty { continue }
        if data.elementsEqual("[DONE]".utf8) {
          pieces += try events.finish()
        } else {
          for json in try Self.events(data) where !events.isOver { pieces += try events.take(type, json) }
        }
      }
    }
    return pieces
  }

  /// Data without the space around it, which some servers put behind their last word.
  private static func trimmed(_ data: [UInt8]) -> [UInt8] {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
    guard data.first.map(isSpace) ?? false || data.last.map(isSpace) ?? false else { return data }
    guard let first = data.firstIndex(where: { !isSpace($0) }), let last = data.lastIndex(where: { !isSpace($0) })
    else { return [] }
    return Array(data[first...last])
  }

  /// The JSON of an event; of several where blank lines are missing between them.
  private static func events(_ data: [UInt8]) throws(WireFault) -> [JSONValue] {
    do { return [try json(data)] } catch {
      let lines = data.split(separator: 0x0A)
      guard lines.count > 1 else { throw error }
      var events: [JSONValue] = []
      for line in lines where !line.elementsEqual("[DONE]".utf8) { events.append(try json(Array(line))) }
      return events
    }
  }

  private static func json(_ bytes: [UInt8]) throws(WireFault) -> JSONValue {
    do { return try JSONValue(parsing: bytes) } catch {
      throw .malformed("an event is no JSON: \(error.message)")
    }
  }
}
