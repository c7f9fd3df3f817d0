/// A text that a stream spells out, piece by piece, at one place of its JSON.
///
/// Each line of a stream that has JSON, be it an event's or a line of its own, adds what it has at that place.
struct SpelledText {
  /// Where the pieces stand, as they are escaped.
  private(set) var pieces: [Range<Int>] = []

  /// The texts of a body that have more than one piece.
  static func all(in body: [UInt8]) -> [SpelledText] {
    var texts: [[UInt8]: SpelledText] = [:]
    for line in body.split(separator: 0x0A) {
      guard let start = line.firstIndex(of: UInt8(ascii: "{")), isEvent(line[..<start]) else { continue }
      forEachText(in: line[start...]) { texts[$0, default: SpelledText()].pieces.append($1) }
    }
    return texts.values.filter { $0.pieces.count > 1 }
  }

  func joined(_ body: [UInt8]) -> [UInt8] { pieces.flatMap { body[$0] } }

  /// Where a part of the joined text stands in the body.
  func places(of part: Range<Int>) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var start = 0
    for piece in pieces {
      let inside = part.clamped(to: start..<start + piece.count)
      let shift = piece.lowerBound - start
      if !inside.isEmpty { places.append(inside.lowerBound + shift..<inside.upperBound + shift) }
      start += piece.count
    }
    return places
  }

  private static func isEvent(_ beginning: ArraySlice<UInt8>) -> Bool {
    let word = beginning.filter { $0 > 0x20 }
    return word.isEmpty || word == Array("data:".utf8)
  }

  /// A container that is open, and how far it is.
  private struct Level {
    let isArray: Bool
    var key: [UInt8] = []
    var count = 0
  }

  /// Hands over each text that is a value, with a name for its place.
  private static func forEachText(in line: ArraySlice<UInt8>, _ body: (_ place: [UInt8], Range<Int>) -> Void) {
    var open: [Level] = []
    var index = line.startIndex
    while index < line.endIndex {
      switch line[index] {
      case UInt8(ascii: "{"): open.append(Level(isArray: false))
      case UInt8(ascii: "["): open.append(Level(isArray: true))
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
      case UInt8(ascii: ",") where open.last?.isArray == true: open[open.count - 1].count += 1
      case UInt8(ascii: "\""):
        let start = index + 1
        index = start
        while index < line.endIndex, line[index] != UInt8(ascii: "\"") {
          index += line[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        let end = min(index, line.endIndex)
        let next = line[min(end + 1, line.endIndex)...].first { $0 > 0x20 }
        if next == UInt8(ascii: ":"), open.last?.isArray == false {
          open[open.count - 1].key = Array(line[start..<end])
        } else if start < end {
          let place = open.map { $0.isArray ? Array("\($0.count)".utf8) : $0.key }
          body(Array(place.joined(separator: [0])), start..<end)
        }
      default: break
      }
      index += 1
    }
  }
}
