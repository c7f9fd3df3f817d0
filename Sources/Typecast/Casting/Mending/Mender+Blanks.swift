import TypecastJSON

extension Mender {
  /// Goes past white space, and past what stands between values without being one: comments, fences, dots.
  @inline(__always)
  mutating func skipBlanks(afterOpening: Bool = false) {
    // Mostly a few blanks of JSON come next, and then a byte that only JSON can mean.
    Scan.skipWhitespace(&at)
    switch at.pointee {
    case 0x21...0x22, 0x24...0x2D, 0x30...0x5F,
      0x61...0x7F where at < end:
      return
    default: skipOddBlanks(afterOpening)
    }
  }

  @inline(never)
  private mutating func skipOddBlanks(_ afterOpening: Bool) {
    while at < end {
      if at.pointee <= 0x20 {
        let byte = at.pointee
        if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
          Scan.skipWhitespace(&at)
        } else {
          change(.controlCharacter, length: 1, " ", "a control character between values was left out")
          at += 1
        }
        continue
      }
      switch at.pointee {
      case 0x2F where isComment(at):
        skipComment()
      case 0x23 where !isAtTop:
        leaveOut(.comment, upTo: lineEnd(at), "a comment was left out")
      case 0x2E where at[1] == 0x2E && at[2] == 0x2E && endsDots(at + 3):
        leaveOut(.ellipsis, upTo: at + 3, "dots that stand for more were left out")
      case 0xE2 where at[1] == 0x80 && at[2] == 0xA6 && endsDots(at + 3):
        leaveOut(.ellipsis, upTo: at + 3, "dots that stand for more were left out")
      case 0x60 where isFence(at):
        guard !isAtTop else { return }
        if afterOpening {
          leaveOut(.fence, upTo: fenceEnd(at), "the mark of a block of code was left out")
        } else {
          // The block ends here, and with it what is in it.
          end = at
        }
      case 0xC2, 0xE1, 0xE2, 0xE3, 0xEF:
        let count = wideBlank(at)
        if count == 0 { return }
        edit(at: at, length: count, " ")
        if repairs.last?.rule != .blank { record(.blank, at: at, "a blank of another kind stands for a space") }
        at += count
      default:
        return
      }
    }
    at = min(at, end)
  }

  private mutating func leaveOut(
    _ rule: RepairRule, upTo last: UnsafePointer<UInt8>, _ message: @autoclosure () -> String
  ) {
    change(rule, length: last - at, "", message())
    at = last
  }

  private mutating func skipComment() {
    if at[1] == 0x2F {
      leaveOut(.comment, upTo: lineEnd(at), "a comment was left out")
      return
    }
    var last = at + 2
    while last < end, !(last.pointee == 0x2A && last[1] == 0x2F) { last += 1 }
    leaveOut(.comment, upTo: min(last + 2, end), "a comment was left out")
  }

  mutating func lineEnd(_ place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var last = place
    while last < end, last.pointee != 0x0A { last += 1 }
    return last
  }

  /// Behind dots that stand for more: nothing, or what separates.
  private mutating func endsDots(_ place: UnsafePointer<UInt8>) -> Bool {
    var next = place
    Scan.skipWhitespace(&next)
    return next >= end || next.pointee == 0x2C || next.pointee == 0x5D || next.pointee == 0x7D || isComment(next)
  }

  /// The end of a fence, with its label.
  private mutating func fenceEnd(_ place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var last = place
    while last < end, last.pointee == 0x60 { last += 1 }
    while last < end, isWordByte(last.pointee) { last += 1 }
    return last
  }

  /// How many bytes a blank takes that is none in JSON; 0 if none comes next.
  private func wideBlank(_ place: UnsafePointer<UInt8>) -> Int {
    switch (place[0], place[1], place[2]) {
    case (0xC2, 0xA0, _): 2
    case (0xC2, 0x85, _): 2
    case (0xE1, 0x9A, 0x80), (0xE1, 0xA0, 0x8E): 3
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F...0xA0): 3
    case (0xE3, 0x80, 0x80): 3
    case (0xEF, 0xBB, 0xBF): 3
    default: 0
    }
  }
}
