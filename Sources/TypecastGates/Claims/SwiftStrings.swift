/// The string literals of Swift source, comments left out: what tests may call their files by.
struct SwiftStrings {
  /// A literal: its text piece by piece, with anything where something is interpolated between two pieces.
  struct Literal: Hashable {
    var pieces: [[UInt8]] = [[]]

    /// Whether a text may be what the literal becomes.
    func canBe(_ text: some StringProtocol) -> Bool {
      var rest = Array(text.utf8)[...]
      guard pieces.count > 1 else { return rest.elementsEqual(pieces[0]) }
      guard rest.starts(with: pieces[0]) else { return false }
      rest = rest.dropFirst(pieces[0].count)
      for piece in pieces[1..<(pieces.count - 1)] where !piece.isEmpty {
        guard let place = rest.indices.first(where: { rest[$0...].starts(with: piece) }) else { return false }
        rest = rest[(place + piece.count)...]
      }
      return rest.count >= pieces[pieces.count - 1].count
        && rest.suffix(pieces[pieces.count - 1].count).elementsEqual(pieces[pieces.count - 1])
    }
  }

  private let source: [UInt8]
  private var place = 0
  private(set) var literals: [Literal] = []

  /// Reads what it can; what is no Swift gives few literals or odd ones, and never fails.
  init(_ source: [UInt8]) {
    self.source = source
    while let byte = next {
      switch byte {
      case "/" where isNext("//"): skipLine()
      case "/" where isNext("/*"): skipComment()
      case "\"", "#": readLiteral()
      default: place += 1
      }
    }
  }

  private var next: Unicode.Scalar? { place < source.count ? Unicode.Scalar(source[place]) : nil }

  private func isNext(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { source.dropFirst(place).starts(with: $0) }
  }

  private func isNext(_ text: [UInt8]) -> Bool { source.dropFirst(place).starts(with: text) }

  private mutating func skipLine() {
    while let byte = next, byte != "\n" { place += 1 }
  }

  /// Comments nest.
  private mutating func skipComment() {
    var depth = 0
    repeat {
      if isNext("/*") {
        depth += 1
        place += 2
      } else if isNext("*/") {
        depth -= 1
        place += 2
      } else {
        place += 1
      }
    } while depth > 0 && place < source.count
  }

  private mutating func readLiteral() {
    let start = place
    while next == "#" { place += 1 }
    guard next == "\"" else {
      place = max(place, start + 1)
      return
    }
    let hashes = Array(repeating: UInt8(ascii: "#"), count: place - start)
    let quotes = Array(repeating: UInt8(ascii: "\""), count: isNext("\"\"\"") ? 3 : 1)
    place += quotes.count
    let end = quotes + hashes
    let escape = [UInt8(ascii: "\\")] + hashes
    var literal = Literal()
    while place < source.count, !isNext(end), quotes.count == 3 || next != "\n" {
      guard isNext(escape) else {
        literal.pieces[literal.pieces.count - 1].append(source[place])
        place += 1
        continue
      }
      place += escape.count
      if next == "(" {
        skipInterpolation()
        literal.pieces.append([])
      } else {
        // Other escapes are nothing that names of files have.
        if let byte = next {
          literal.pieces[literal.pieces.count - 1].append(byte == "\"" || byte == "\\" ? source[place] : 0)
        }
        place += 1
      }
    }
    guard isNext(end) else { return }
    place += end.count
    literals.append(literal)
  }

  /// What is interpolated may hold literals of its own.
  private mutating func skipInterpolation() {
    var depth = 0
    repeat {
      switch next {
      case "(": depth += 1
      case ")": depth -= 1
      case "\"", "#":
        readLiteral()
        continue
      default: break
      }
      place += 1
    } while depth > 0 && place < source.count
  }
}
