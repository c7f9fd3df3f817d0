import Testing

@testable import TypecastCommands

/// A source that gives its pieces one read at a time, and is ready for none of them before it is asked.
final class PiecedSource: ByteSource {
  private var pieces: ArraySlice<[UInt8]>
  private let isAlwaysReady: Bool

  init(_ pieces: [[UInt8]], isAlwaysReady: Bool = false) {
    self.pieces = pieces[...]
    self.isAlwaysReady = isAlwaysReady
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, SystemFailure> {
    guard let piece = pieces.popFirst() else { return .success(0) }
    let taken = piece.prefix(buffer.count)
    buffer.copyBytes(from: taken)
    if taken.count < piece.count { pieces.insert(Array(piece.dropFirst(taken.count)), at: pieces.startIndex) }
    return .success(taken.count)
  }

  var isReady: Bool { isAlwaysReady }
}

@Suite("A source is cut into lines")
struct LineReaderTests {
  private func lines(_ pieces: [String], limit: Int = 1 << 20, chunk: Int = 4) throws -> [String?] {
    var reader = LineReader(PiecedSource(pieces.map { Array($0.utf8) }), limit: limit, chunk: chunk)
    var lines: [String?] = []
    while let line = try reader.next(beforeWaiting: {}) {
      if case .bytes(let bytes) = line {
        lines.append(String(decoding: bytes, as: UTF8.self))
      } else {
        lines.append(nil)
      }
      #expect(reader.number == lines.count)
    }
    return lines
  }

  @Test("A line ends at a line feed, with or without a carriage return, and at the end")
  func ends() throws {
    #expect(try lines(["a\nbc\r\n\n\r\nd"]) == ["a", "bc", "", "", "d"])
    #expect(try lines(["a\n"]) == ["a"])
    #expect(try lines(["a\rb"]) == ["a\rb"])
    #expect(try lines([]) == [])
    #expect(try lines(["\n"]) == [""])
  }

  @Test("Every way of cutting the input gives the same lines")
  func pieces() throws {
    let text = "first\r\nsecond line\n\n{\"a\": \"é\"}\r\nlast"
    let expected = ["first", "second line", "", "{\"a\": \"é\"}", "last"]
    for size in 1...text.utf8.count {
      let bytes = Array(text.utf8)
      let pieces = stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
      for chunk in [1, 3, 64] {
        var reader = LineReader(PiecedSource(pieces), chunk: chunk)
        var found: [String] = []
        while case .bytes(let line) = try reader.next(beforeWaiting: {}) {
          found.append(String(decoding: line, as: UTF8.self))
        }
        #expect(found == expected, "size \(size), chunk \(chunk)")
      }
    }
  }

  @Test("A line over the limit is skipped, and the next one is read")
  func tooLong() throws {
    let long = String(repeating: "x", count: 1000)
    #expect(try lines(["a\n", long, long + "\nb\n"], limit: 10) == ["a", nil, "b"])
    #expect(try lines(["\(long)\n\(long)"], limit: 10) == [nil, nil])
    #expect(try lines(["0123456789\n01234567890\n"], limit: 10, chunk: 64) == ["0123456789", nil])
  }

  @Test("A byte-order mark is taken off, and a first line shorter than one does not wait for more")
  func byteOrderMark() throws {
    var marked = LineReader(PiecedSource([[0xEF], [0xBB], [0xBF, 0x31]]))
    #expect(try marked.skipByteOrderMark())
    #expect(try marked.next(beforeWaiting: {}) == .bytes([0x31]))

    var short = LineReader(PiecedSource([[0x31, 0x0A]]))
    #expect(try !short.skipByteOrderMark())
    #expect(try short.next(beforeWaiting: {}) == .bytes([0x31]))

    var half = LineReader(PiecedSource([[0xEF, 0xBB]]))
    #expect(try !half.skipByteOrderMark())
    #expect(try half.next(beforeWaiting: {}) == .bytes([0xEF, 0xBB]))
  }
}
