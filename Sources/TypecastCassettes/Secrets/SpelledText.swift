/// A text that a stream spells out, piece by piece, at one place of its JSON.
///
/// Each line of a stream that has JSON, be it an event's or a line of its own, adds what it has at that place; so does each
/// element of a stream that is one array.
struct SpelledText {
  /// Where the pieces stand, as they are escaped.
  private(set) var pieces: [Range<Int>] = []

  /// The texts of a body that have more than one piece.
  static func all(in body: [UInt8]) -> [SpelledText] {
    var texts: [UInt64: SpelledText] = [:]
    func take(_ place: UInt64, _ piece: Range<Int>) { texts[place, default: SpelledText()].pieces.append(piece) }
    if body.first(where: { $0 > 0x20 }) == UInt8(ascii: "[") {
      forEachText(in: body[...], take)
    } else {
      for line in body.split(separator: 0x0A) {
        guard let start = line.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
          isEvent(line[..<start])
        else { continue }
        forEachText(in: line[start...], take)
      }
    }
    return texts.values.filter { $0.pieces.count > 1 }
  }

  func joined(_ body: [UInt8]) -> [UInt8] { pieces.flatMap { body[$0] } }

  /// Where parts of the joined text stand in the body. The parts are in order and apart from each other.
  func places(of parts: [Range<Int>]) -> [[Range<Int>]] {
    var number = 0
    var start = 0
    return parts.map { part in
      while number < pieces.count, start + pieces[number].count <= part.lowerBound {
        start += pieces[number].count
        number += 1
      }
      var places: [Range<Int>] = []
      while number < pieces.count {
        let piece = pieces[number]
        let inside = part.clamped(to: start..<start + piece.count)
        let shift = piece.lowerBound - start
        if !inside.isEmpty { places.append(inside.lowerBound + shift..<inside.upperBound + shift) }
        // What is left of the piece may hold the next part.
        if part.upperBound < start + piece.count { break }
        start += piece.count
        number += 1
      }
      return places
    }
  }

  private static func isEvent(_ beginning: ArraySlice<UInt8>) -> Bool {
    let word = beginning.filter { $0 > 0x20 }
    return word.isEmpty || word == Array("data:".utf8)
  }

  /// A container that is open, and how far it is.
  private struct Level {
    let isArray: Bool
    /// Stands for the places of all containers around it, and of itself.
    let place: UInt64
    var key: UInt64 = 0
    var count: UInt64 = 0

    /// Stands for the place of what comes next in it.
    var next: UInt64 { SpelledText.hash(isArray ? count : key, into: SpelledText.hash(isArray ? 1 : 2, into: place)) }
  }

  /// FNV-1a, eight bytes at a time. A place needs no more: two that are taken for one join texts that are apart.
  private static func hash(_ value: UInt64, into hash: UInt64) -> UInt64 { (hash ^ value) &* 0x100_0000_01B3 }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { hash(UInt64($1), into: $0) }
  }

  /// Hands over each text that is a value, with a number for its place.
  ///
  /// A stream may be one array: the place of what is in its elements does not say which of them it is.
  private static func forEachText(in line: ArraySlice<UInt8>, _ body: (_ place: UInt64, Range<Int>) -> Void) {
    var open: [Level] = []
    func level(isArray: Bool) -> Level {
      guard let last = open.last else { return Level(isArray: isArray, place: 0) }
      return Level(isArray: isArray, place: open.count == 1 && last.isArray ? 0 : last.next)
    }
    var index = line.startIndex
    while index < line.endIndex {
      switch line[index] {
      case UInt8(ascii: "{"): open.append(level(isArray: false))
      case UInt8(ascii: "["): open.append(level(isArray: true))
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
          open[open.count - 1].key = hash(line[start..<end])
        } else if start < end {
          body(open.last?.next ?? 0, start..<end)
        }
      default: break
      }
      index += 1
    }
  }
}
