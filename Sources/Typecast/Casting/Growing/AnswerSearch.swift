import TypecastJSON

/// Looks for where the JSON starts in an answer that is still coming, and resumes wherever the last piece ended.
///
/// What it finds turns on the bytes alone, not on how they were cut. It looks ahead a short way only.
struct AnswerSearch {
  enum Outcome: Equatable {
    /// What has come so far is not JSON, or it can't be told yet.
    case open
    /// An array or object starts here.
    case start(Int)
    /// What starts here has to be mended before anything can be told of it.
    case unclear(Int)
  }

  private enum Mode {
    case text
    /// In the mark of a block of code, and in the label behind it.
    case fence
    case label
    /// Behind the tag of this number.
    case thoughts(Int)
  }

  private var offset = 0
  private var mode = Mode.text
  private var hasProse = false
  private var isFenced = false

  /// Whether the value may be an array.
  private let allowsArray: Bool

  init(allowsArray: Bool) {
    self.allowsArray = allowsArray
  }

  /// Goes on in a text that has become longer and has zeros behind it.
  mutating func advance(in text: UnsafeBufferPointer<UInt8>) -> Outcome {
    guard let start = text.baseAddress else { return .open }
    let around = Surroundings(end: start + text.count)
    var at = start + offset
    defer { offset = at - start }
    while at < around.end {
      switch mode {
      case .text:
        if at == start, at.pointee == 0xEF {
          guard text.count >= 3 else { return .open }
          if at[1] == 0xBB, at[2] == 0xBF { at += 3 } else { pass(&at) }
          continue
        }
        switch look(at, around) {
        case nil: return .open
        case .blank?: at += 1
        case .prose?: pass(&at)
        case .value?: return .start(at - start)
        case .unclear?: return .unclear(at - start)
        case .fence?:
          isFenced.toggle()
          mode = .fence
        case .thoughts(let tag)?:
          at += Surroundings.thoughtTags[tag].opening.utf8CodeUnitCount
          mode = .thoughts(tag)
        }
      case .fence:
        if at.pointee == 0x60 { at += 1 } else { mode = .label }
      case .label:
        if Surroundings.isLabelByte(at.pointee) { at += 1 } else { mode = .text }
      case .thoughts(let tag):
        let closing = Surroundings.thoughtTags[tag].closing
        while at < around.end, at.pointee != 0x3C { at += 1 }
        if at >= around.end { return .open }
        if around.starts(at, with: closing) {
          at += closing.utf8CodeUnitCount
          mode = .text
        } else if around.end - at < closing.utf8CodeUnitCount {
          return .open
        } else {
          at += 1
        }
      }
    }
    return .open
  }

  private mutating func pass(_ at: inout UnsafePointer<UInt8>) {
    hasProse = true
    at += 1
  }

  private enum Sight {
    case blank, prose, value, unclear, fence
    case thoughts(Int)
  }

  /// What comes next; nil if more must come to tell.
  private func look(_ at: UnsafePointer<UInt8>, _ around: Surroundings) -> Sight? {
    switch at.pointee {
    case 0...0x20, 0x2C: return .blank
    case 0x7B:
      guard hasProse, !isFenced else { return .value }
      return around.tellsObject(at).map { $0 ? .value : .prose }
    case 0x5B:
      // Of an array the elements may still make the value that is wanted.
      guard allowsArray else { return .blank }
      guard hasProse, !isFenced else { return .value }
      return around.tellsArray(at).map { $0 ? .value : .prose }
    case 0x60:
      guard let isFence = around.tellsFence(at) else { return nil }
      if isFence { return .fence }
    case 0x3C:
      return around.tellsThoughts(at).map { $0 < 0 ? .prose : .thoughts($0) }
    case 0x28:
      return hasProse ? .prose : .unclear
    default: break
    }
    if hasProse { return .prose }
    // Three bytes are the most that a quote has.
    if at.pointee >= 0x80, around.end - at < 3 { return nil }
    return Quote(at) == nil ? .prose : .unclear
  }
}
