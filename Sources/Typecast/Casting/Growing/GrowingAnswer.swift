package import TypecastJSON
package import TypecastSchema

/// The text of an answer as it comes, and the value in it as far as that is known.
///
/// Prose, thoughts and fences are passed over, and what is sound is read as it comes. From the first fault on the text
/// is mended anew each time when it has grown by an eighth, so that all the work together stays linear. What is known
/// turns on the bytes that have come, not on how they were cut.
package struct GrowingAnswer: ~Copyable {
  private enum State {
    case searching
    /// Read as it is.
    case sound
    /// Mended; the length of the text at which that is done again.
    case broken(Int)
    /// Nothing will be added.
    case done
  }

  /// How much longer a broken text has to be before it is looked at again, at least.
  private static let smallestStep = 32

  private let wanted: StableJSON.Wanted
  private let level: RepairLevel
  private let options: JSONOptions

  private var text = GrowingBytesWriter()
  private var state = State.searching
  private var search: AnswerSearch

  /// The text from where the JSON seems to start, how much of it was read, and how much of that is sound.
  private var sound: JSONStreamReader
  private var start = 0
  private var readCount = 0
  private var soundCount = 0

  /// What the text was mended to, as far as it is likely to stay so.
  private var mended: JSONStreamReader

  /// Whether the value is what the text was mended to: with more of the text it may turn out to be another one.
  package private(set) var isMended = false

  /// Grows whenever the value may have changed.
  package private(set) var changes = 0

  package init(_ schema: CompiledSchema?, level: RepairLevel, depthLimit: Int = 512) {
    self.level = level
    options = JSONOptions(duplicateKeys: level == .strict ? .refuse : .takeLast, depthLimit: depthLimit)
    sound = JSONStreamReader(options: options)
    mended = JSONStreamReader(options: options)
    let seeksContainer = schema.map { $0.shapes.allowsContainer($0.shapes.root) } ?? true
    wanted = StableJSON.Wanted(
      allowsArray: schema.map { $0.shapes.allowsArray($0.shapes.root) } ?? true, allowsScalar: !seeksContainer)
    search = AnswerSearch(allowsArray: wanted.allowsArray)
    if level == .strict || !seeksContainer { state = .sound }
  }

  /// What is known so far. Numbers and literals are there once they are whole, texts from their first character on.
  package var value: PartialJSON? { isMended ? mended.value : sound.value }

  /// Takes the next piece of the text.
  package mutating func append(_ piece: String) {
    var piece = piece
    piece.withUTF8 { append($0) }
  }

  /// Takes the next piece of the text, in UTF-8; it may end inside of a character.
  package mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    text.append(piece)
    if case .searching = state { seek() }
    if case .sound = state { read() }
    if case .broken(let next) = state, next <= text.count { mendAgain(next) }
  }

  /// Says that the text ends here.
  ///
  /// - Parameter isCutOff: Whether it is known that more was to come.
  package mutating func finish(isCutOff: Bool = false) {
    if case .done = state { return }
    let before = state
    state = .done
    if case .sound = before, !isCutOff, (try? sound.finish()) != nil {
      // A number is whole now.
      changes += 1
      return
    }
    if level > .strict { mend(text.count, isCutOff ? .cutOff : .end) }
  }

  // MARK: Sound texts

  private mutating func seek() {
    switch search.advance(in: text.buffer) {
    case .open: break
    case .start(let offset):
      start = offset
      readCount = offset
      state = .sound
    case .unclear(let offset):
      state = .broken(offset + Self.smallestStep)
    }
  }

  /// Whether what is read is an array or object, which nothing can follow.
  private var isContainer: Bool { level > .strict && !wanted.allowsScalar }

  /// Reads what has come since.
  private mutating func read() {
    guard readCount < text.count else { return }
    changes += 1
    let piece = UnsafeBufferPointer(rebasing: text.buffer[readCount...])
    readCount = text.count
    do {
      try sound.append(piece)
      if isContainer, sound.isComplete { state = .done }
    } catch {
      if isContainer, sound.value?.isComplete == true {
        // What follows is none of the value.
        state = .done
      } else {
        soundCount = error.position.offset
        takeBackScalar()
        state = level == .strict ? .done : .broken(start + soundCount + Self.smallestStep)
      }
    }
  }

  /// Forgets the number or literal that ends at the fault if it does not end there: `1_000` is not 1.
  private mutating func takeBackScalar() {
    let read = UnsafeBufferPointer(rebasing: text.buffer[start...])
    guard let first = read.baseAddress, soundCount < read.count, !Surroundings.endsScalar(first + soundCount) else {
      return
    }
    let count = soundCount - read[..<soundCount].reversed().prefix { Surroundings.isScalarByte($0) }.count
    guard count < soundCount else { return }
    soundCount = count
    sound = JSONStreamReader(options: options)
    try? sound.append(UnsafeBufferPointer(rebasing: read[..<count]))
  }

  // MARK: Broken texts

  /// Mends the text up to the last of the lengths at which that is due.
  private mutating func mendAgain(_ next: Int) {
    var due = next
    var next = next
    while next <= text.count {
      due = next
      next += max(Self.smallestStep, next / 8)
    }
    state = .broken(next)
    mend(due, .open)
  }

  private mutating func mend(_ count: Int, _ end: StableJSON.End) {
    let prefix = PaddedBytes(copying: UnsafeBufferPointer(rebasing: text.buffer[..<count]))
    let json = StableJSON(prefix, end, depthLimit: options.depthLimit, wanted: wanted)
    // Near its end a text is not mended for good, but read all the same.
    let wasShown = isMended
    isMended = json.map { end != .open || !text.buffer[start..<start + soundCount].starts(with: $0.bytes) } ?? false
    guard let json, isMended else {
      if wasShown { changes += 1 }
      return
    }
    changes += 1
    let known = mended.withBytes { json.bytes.starts(with: $0) ? $0.count : nil }
    if known == nil { mended = JSONStreamReader(options: options) }
    try? mended.append(json.bytes.dropFirst(known ?? 0))
    if json.isWhole { try? mended.finish() }
  }
}
