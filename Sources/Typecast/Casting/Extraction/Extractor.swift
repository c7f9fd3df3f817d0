package import TypecastJSON

/// Finds the JSON in the text of an answer: in prose, in blocks of code, behind the thoughts of a model.
package struct Extractor {
  /// What was found.
  package struct Found {
    /// The values, in the order of the text.
    package var candidates: [Candidate] = []

    /// Whether there is nothing in the text but these values and what separates them.
    var isWhole = true

    /// What was left aside.
    package var repairs: [Repair] = []

    /// Why nothing was found, if something was tried.
    var failure: Mender.Failure?

    /// Whether a value was given up because it is nested too deep: it is no text then, either.
    var isTooDeep: Bool { if case .tooDeep? = failure { candidates.isEmpty } else { false } }
  }

  /// More places are not tried after so many at which no value could be read.
  static let greatestTries = 64

  /// More values than these are not taken from one text.
  static let greatestCount = 100_000

  let text: PaddedBytes
  let depthLimit: Int

  private var found = Found()
  private var at: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  private let around: Surroundings
  private var tries = 0
  private var areThoughtsOpen = false

  /// Whether more of the text will come.
  private let isGrowing: Bool

  init(_ text: PaddedBytes, depthLimit: Int, isGrowing: Bool = false) {
    self.text = text
    self.depthLimit = depthLimit
    self.isGrowing = isGrowing
    at = text.start
    end = text.start + text.count
    around = Surroundings(end: end)
  }

  /// While the text grows one of the first values is shown.
  private var mostWanted: Int { isGrowing ? 64 : Int.max }

  /// Looks through the text.
  package static func find(in text: PaddedBytes, depthLimit: Int, isGrowing: Bool = false) -> Found {
    var extractor = Extractor(text, depthLimit: depthLimit, isGrowing: isGrowing)
    extractor.run()
    return extractor.found
  }

  private mutating func run() {
    skipByteOrderMark()
    var prose: UnsafePointer<UInt8>?
    var isFenced = false
    while at < end, tries < Self.greatestTries, found.candidates.count < mostWanted {
      let byte = at.pointee
      if byte <= 0x20 || around.isSeparator(byte) && prose == nil {
        if byte > 0x20, found.candidates.isEmpty, byte != 0x2C { prose = prose ?? at }
        if byte > 0x20 { noteSeparator() }
        at += 1
      } else if around.isFence(at) {
        skipFence()
        isFenced.toggle()
      } else if byte == 0x3C, skipThoughts() {
        continue
      } else if startsValue(inProse: prose != nil, isFenced: isFenced) {
        let place = at
        if let candidate = mend(isFenced: isFenced) {
          if let first = prose {
            leaveAside(from: first, to: place)
            prose = nil
          }
          guard found.candidates.count < Self.greatestCount else {
            found.candidates = []
            found.failure = .tooManyChanges(at - text.start)
            return
          }
          found.candidates.append(candidate)
          if isFenced, around.isFence(at) || fenceEndsAfterBlanks() { isFenced = false }
        } else if prose == nil {
          prose = place
        }
      } else {
        prose = prose ?? at
        skipWord()
      }
    }
    if let prose { leaveAside(from: prose, to: end) }
  }

  private mutating func fenceEndsAfterBlanks() -> Bool {
    var next = at
    Scan.skipWhitespace(&next)
    guard next < end, around.isFence(next) else { return false }
    at = next
    skipFence()
    return true
  }

  private mutating func skipByteOrderMark() {
    guard text.count >= 3, at[0] == 0xEF, at[1] == 0xBB, at[2] == 0xBF else { return }
    at += 3
    note(.byteOrderMark, at: text.start, "a byte order mark was left out")
  }

  // MARK: Values

  /// Whether a value may start here: in prose only an array or object may that looks like one.
  private func startsValue(inProse: Bool, isFenced: Bool) -> Bool {
    switch at.pointee {
    case 0x7B: return !inProse || isFenced || around.looksLikeObject(at)
    case 0x5B: return !inProse || isFenced || around.looksLikeArray(at)
    case 0x22, 0x27, 0x2D, 0x2B, 0x2E, 0x30...0x39, 0x2F: return !inProse
    case 0x5C: return false
    case 0x28: return !inProse && around.isTuple(at)
    default:
      if inProse { return false }
      if Quote(at) != nil { return true }
      if let word = Word(at, before: end) {
        var next = at + word.count
        Scan.skipWhitespace(&next)
        return next >= end || around.isSeparator(next.pointee) || around.isFence(next)
      }
      return around.isCall(at)
    }
  }

  private mutating func mend(isFenced: Bool) -> Candidate? {
    var mender = Mender(text, from: at - text.start, depthLimit: depthLimit)
    mender.isGrowing = isGrowing
    let first = at
    do throws(Mender.Failure) {
      try mender.mendValue()
    } catch {
      // A text that goes too far at one place is not tried at others.
      if case .noValue = error { tries += 1 } else { tries = Self.greatestTries }
      if found.failure == nil { found.failure = error }
      // What a try went through is not gone through again.
      at = max(mender.at, at + 1)
      return nil
    }
    if found.candidates.isEmpty, isText(first), !isFollowedByNothing(mender.at) {
      tries += 1
      return nil
    }
    // What is sound is never touched, though a mender that looks ahead a short way may think it better.
    if !isGrowing, !mender.edits.isEmpty, !isText(first), let sound = sound(at: first, isFenced: isFenced) {
      return sound
    }
    let range = first - text.start..<mender.at - text.start
    at = mender.at
    return Candidate(
      json: mender.edits.apply(to: text.start, in: range), range: range, edits: mender.edits, repairs: mender.repairs,
      isFenced: isFenced, unrecorded: mender.unrecorded)
  }

  /// The value that starts at a place, if it is JSON as it stands.
  private mutating func sound(at first: UnsafePointer<UInt8>, isFenced: Bool) -> Candidate? {
    let options = JSONOptions(duplicateKeys: .takeLast, depthLimit: depthLimit)
    let start = first - text.start
    guard let end = JSONDocument.end(ofValueAt: start, in: text, options: options) else { return nil }
    at = text.start + end
    let json = PaddedBytes(copying: UnsafeBufferPointer(rebasing: text.buffer[start..<end]))
    return Candidate(json: json, range: start..<end, edits: TextEdits(), repairs: [], isFenced: isFenced)
  }

  private func isText(_ place: UnsafePointer<UInt8>) -> Bool {
    place.pointee != 0x7B && place.pointee != 0x5B
  }

  /// Behind a scalar at the top there may be other values, but no words.
  private func isFollowedByNothing(_ place: UnsafePointer<UInt8>) -> Bool {
    var next = place
    Scan.skipWhitespace(&next)
    if next >= end || around.isSeparator(next.pointee) || around.isFence(next) { return true }
    return isValueStart(next.pointee)
  }

  private func isValueStart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x7B, 0x5B, 0x2D, 0x30...0x39, 0x2F: true
    default: false
    }
  }

  // MARK: What is no value

  private mutating func noteSeparator() {
    switch at.pointee {
    case 0x2C: break
    case 0x7D, 0x5D, 0x29: note(.extraEnd, at: at, "an end that closes nothing was left out")
    default: break
    }
  }

  private mutating func skipFence() {
    note(.fence, at: at, "the mark of a block of code was left out")
    while at < end, at.pointee == 0x60 { at += 1 }
    while at < end, Surroundings.isLabelByte(at.pointee), !startsLiteral() { at += 1 }
  }

  private func startsLiteral() -> Bool {
    if at.pointee &- 0x30 < 10 || at.pointee == 0x2D { return true }
    return at > text.start && at[-1] <= 0x60 && Word(at, before: end)?.isExact == true
  }

  /// Leaves out what stands in tags for thoughts.
  private mutating func skipThoughts() -> Bool {
    if areThoughtsOpen || !Surroundings.startsThoughtTag(at[1]) { return false }
    for (opening, closing) in Surroundings.thoughtTags where around.starts(at, with: opening) {
      var next = at
      while next < end {
        if next.pointee == 0x3C, around.starts(next, with: closing) {
          note(.thinking, at: at, "the thoughts of the model were left aside")
          at = next + closing.utf8CodeUnitCount
          return true
        }
        next += 1
      }
      areThoughtsOpen = true
      if isGrowing {
        at = end
        return true
      }
    }
    return false
  }

  /// Goes past what is no value and holds no beginning of one.
  private mutating func skipWord() {
    at += 1
    while at < end {
      switch at.pointee {
      case 0x7B, 0x5B, 0x60, 0x3C: return
      default: at += 1
      }
    }
  }

  private mutating func leaveAside(from first: UnsafePointer<UInt8>, to last: UnsafePointer<UInt8>) {
    var last = last
    while last > first, last[-1] <= 0x20 { last -= 1 }
    guard last > first else { return }
    found.isWhole = false
    note(.prose, at: first, String(last - first) + " bytes of text around the JSON were left aside")
  }

  private mutating func note(_ rule: RepairRule, at place: UnsafePointer<UInt8>, _ message: String) {
    guard found.repairs.count < 100 else { return }
    found.repairs.append(Repair(rule, at: JSONPointer(), offset: place - text.start, message: message))
  }
}
