/// Cuts a `text/event-stream` into its events, however its bytes come.
///
/// Some servers write an error as bare JSON between events, over several lines and without `data:`; that is told, too.
package struct EventStreamReader {
  /// What stands in a stream.
  package enum Item: Equatable {
    /// An event: its type, empty where it has none, and its data, lines joined by line feeds.
    case event(type: String, data: [UInt8])
    /// JSON that stands between events.
    case bare([UInt8])
  }

  private var lines: LineSplitter
  private let limit: Int

  private var type = ""
  private var data: [UInt8] = []
  private var hasData = false

  /// Lines of bare JSON, the last of which is perhaps not its last.
  private var bare: [UInt8] = []

  private var isAtStart = true

  /// - Parameter limit: The most bytes that a line, and the data of an event, may have.
  package init(limit: Int = 16 << 20) {
    self.limit = limit
    lines = LineSplitter(.any, limit: limit)
  }

  /// Takes the next bytes, and gives what ends in them.
  package mutating func append(_ bytes: [UInt8]) throws(LineTooLong) -> [Item] {
    var items: [Item] = []
    for line in try lines.append(bytes) { try take(line, &items) }
    return items
  }

  /// What is left at the end: an event behind which the blank line is missing, or bare JSON.
  package mutating func finish() throws(LineTooLong) -> [Item] {
    var items: [Item] = []
    if let line = lines.finish() { try take(line, &items) }
    close(&items)
    return items
  }

  private mutating func take(_ whole: [UInt8], _ items: inout [Item]) throws(LineTooLong) {
    var line = whole[...]
    if isAtStart, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    isAtStart = false
    if line.isEmpty { return close(&items) }
    if !bare.isEmpty || startsBare(line) {
      if Self.field(of: line).map({ $0.name == "data" || $0.name == "event" }) == true {
        close(&items)
      } else {
        guard bare.count + line.count < limit else { throw LineTooLong(limit: limit) }
        if hasData { close(&items) }
        if !bare.isEmpty { bare.append(0x0A) }
        bare += line
        return
      }
    }
    guard let field = Self.field(of: line) else { return }
    switch field.name {
    case "data":
      guard data.count + field.value.count < limit else { throw LineTooLong(limit: limit) }
      if hasData { data.append(0x0A) }
      data += field.value
      hasData = true
    case "event": type = String(decoding: field.value, as: UTF8.self)
    default: break
    }
  }

  /// Whether a line is the first one of JSON that stands for itself, a blank line before it or not: no field begins so.
  private func startsBare(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return false }
    return first == 0x7B || first == 0x5B
  }

  private mutating func close(_ items: inout [Item]) {
    if !bare.isEmpty { items.append(.bare(bare)) }
    if hasData { items.append(.event(type: type, data: data)) }
    bare = []
    data = []
    hasData = false
    type = ""
  }

  /// The name and the value of a line; nil for a comment.
  private static func field(of line: ArraySlice<UInt8>) -> (name: String, value: ArraySlice<UInt8>)? {
    guard let colon = line.firstIndex(of: 0x3A) else { return (String(decoding: line, as: UTF8.self), []) }
    if colon == line.startIndex { return nil }
    var value = line[(colon + 1)...]
    if value.first == 0x20 { value = value.dropFirst() }
    return (String(decoding: line[..<colon], as: UTF8.self), value)
  }
}
