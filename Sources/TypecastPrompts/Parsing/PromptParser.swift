import TypecastJSON
import TypecastSchema

/// Reads a prompt, collecting everything that is wrong with it.
struct PromptParser {
  let bytes: [UInt8]
  let document: String
  let index: LineIndex
  private(set) var diagnostics: [Diagnostic] = []
  var suggestions = Suggestions()

  private var messages: [PromptTemplate.Message] = []

  /// The message that is open: where its heading stands, and its role where that is one.
  private var heading: (offset: Int, role: PromptRole?, faults: Int)?

  /// The sections that are open around the text; the first entry is the message itself.
  private var open: [OpenSection] = [OpenSection()]
  private var text: [UInt8] = []
  private var hasStray = false

  /// Whether sections of the message nest so deep that its tags are no longer followed.
  private var isTooDeep = false

  private struct OpenSection {
    var name = PromptName([])
    var isInverted = false
    var segments: [PromptTemplate.Segment] = []
  }

  /// Sections that stand inside each other.
  private static let depthLimit = 32

  init(_ bytes: [UInt8], document: String) {
    self.bytes = bytes
    self.document = document
    index = bytes.withUnsafeBufferPointer { LineIndex($0) }
  }

  /// Reads everything; what comes back is of use only if no diagnostic is an error.
  mutating func parse() -> PromptTemplate {
    var lines = PromptLine.lines(of: bytes)[...]
    let settings = parseHeader(&lines)
    for line in lines { read(line) }
    closeMessage()
    if messages.isEmpty, !diagnostics.contains(where: { $0.severity == .error }) {
      report(.promptSyntax, "the prompt has no message; open one with a line \"# user\"", at: 0)
    }
    return PromptTemplate(settings: settings, messages: messages)
  }

  mutating func report(_ rule: Diagnostic.Rule, _ message: String, at offset: Int) {
    diagnostics.append(
      Diagnostic(
        severity: .error, rule: rule, message: message, document: document, pointer: nil,
        position: index.position(of: offset)))
  }

  // MARK: - Lines

  private mutating func read(_ line: PromptLine) {
    if let role = headingText(of: line) {
      closeMessage()
      openMessage(role, at: line)
      return
    }
    guard heading != nil else {
      if !hasStray, let first = (line.start..<line.end).first(where: { !PromptLine.isBlank(bytes[$0]) }) {
        hasStray = true
        report(.promptSyntax, "this text is in no message; put a line \"# system\" or \"# user\" before it", at: first)
      }
      return
    }
    let tokens = tokens(of: line)
    let isStandalone =
      tokens.count(where: { !$0.isBlank }) == 1 && tokens.count(where: \.isStandalone) == 1
    for token in tokens {
      switch token {
      case .text(let bytes): if !isStandalone { text += bytes }
      case .comment: break
      case .tag(let kind, let name): add(kind, name)
      }
    }
    if !isStandalone { text.append(0x0A) }
  }

  /// What stands behind the `#` of a line that opens a message; nil for every other line.
  private func headingText(of line: PromptLine) -> String? {
    guard !line.isEmpty, bytes[line.start] == 0x23 else { return nil }
    let rest = bytes[(line.start + 1)..<line.end]
    guard rest.first.map(PromptLine.isBlank) ?? true else { return nil }
    return Self.trimmed(rest)
  }

  static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let start = bytes.drop(while: PromptLine.isBlank)
    let end = start.lastIndex { !PromptLine.isBlank($0) }.map { $0 + 1 } ?? start.startIndex
    return String(decoding: start[..<end], as: UTF8.self)
  }

  // MARK: - Messages

  private mutating func openMessage(_ word: String, at line: PromptLine) {
    let role = PromptRole.allCases.first { $0.rawValue.utf8.elementsEqual(word.utf8) }
    heading = (line.start, role, diagnostics.count)
    guard role == nil else { return }
    let roles = PromptRole.allCases.map(\.rawValue)
    let near = suggestions.nearest(to: word, among: roles, count: roles.count)
    let rule = "the roles are system, user and assistant; a heading inside of a message has two #, or \"\\#\""
    let hint = near.map { "did you mean \"# \($0)\"?" } ?? rule
    let subject = word.isEmpty ? "this line names no role" : "there is no role \(word.shownInMessage)"
    report(.unknownRole, "\(subject); \(hint)", at: line.start)
  }

  private mutating func closeMessage() {
    while open.count > 1 {
      let section = open[open.count - 1]
      if isTooDeep {
        closeSection()
        continue
      }
      let sigil = section.isInverted ? "^" : "#"
      report(
        .unclosedSection,
        "the section {{\(sigil)\(section.name)}} isn't closed in its message; add {{/\(section.name)}}",
        at: section.name.position.offset)
      closeSection()
    }
    flush()
    let segments = Self.trimmed(open[0].segments)
    open = [OpenSection()]
    isTooDeep = false
    guard let heading else { return }
    self.heading = nil
    // What is wrong in a message may be all that there is in it.
    if segments.isEmpty, diagnostics.count == heading.faults {
      report(.promptSyntax, "the message is empty; give it text or remove it", at: heading.offset)
    }
    if let role = heading.role { messages.append(PromptTemplate.Message(role, segments)) }
  }

  /// A message begins at its first line that is not blank and ends with its last character that is not white space.
  private static func trimmed(_ segments: [PromptTemplate.Segment]) -> [PromptTemplate.Segment] {
    var segments = segments
    if case .text(let text)? = segments.first {
      var bytes = Array(text.utf8)[...]
      while let end = bytes.firstIndex(of: 0x0A), bytes[..<end].allSatisfy(PromptLine.isBlank) {
        bytes = bytes[(end + 1)...]
      }
      segments[0] = .text(String(decoding: bytes, as: UTF8.self))
    }
    if case .text(let text)? = segments.last {
      let bytes = Array(text.utf8)
      let end = bytes.lastIndex { !PromptLine.isBlank($0) && $0 != 0x0A }.map { $0 + 1 } ?? 0
      segments[segments.count - 1] = .text(String(decoding: bytes[..<end], as: UTF8.self))
    }
    return segments.filter { $0 != .text("") }
  }

  // MARK: - Segments

  private mutating func add(_ kind: PromptToken.Kind, _ name: PromptName) {
    flush()
    if isTooDeep { return }
    switch kind {
    case .variable: append(.variable(name))
    case .section, .inverted:
      if open.count > Self.depthLimit {
        report(
          .promptSyntax, "sections stand inside each other more than \(Self.depthLimit) deep; take some of them out",
          at: name.position.offset)
        isTooDeep = true
        return
      }
      open.append(OpenSection(name: name, isInverted: kind == .inverted))
    case .end: end(name)
    }
  }

  private mutating func end(_ name: PromptName) {
    guard open.count > 1 else {
      report(
        .unclosedSection, "{{/\(name)}} ends a section that is not open in this message; remove it",
        at: name.position.offset)
      return
    }
    guard let start = open.dropFirst().lastIndex(where: { $0.name == name }) else {
      report(
        .unclosedSection, "{{/\(name)}} stands where {{/\(open[open.count - 1].name)}} is due; correct one of the tags",
        at: name.position.offset)
      // It was meant to end something: what it stands for is the innermost.
      closeSection()
      return
    }
    while open.count - 1 > start {
      let section = open[open.count - 1].name
      report(
        .unclosedSection, "the section of \(section) isn't closed before {{/\(name)}}; add {{/\(section)}}",
        at: section.position.offset)
      closeSection()
    }
    closeSection()
  }

  private mutating func closeSection() {
    flush()
    let section = open.removeLast()
    append(section.isInverted ? .inverted(section.name, section.segments) : .section(section.name, section.segments))
  }

  private mutating func flush() {
    if !text.isEmpty { append(.text(String(decoding: text, as: UTF8.self))) }
    text.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ segment: PromptTemplate.Segment) {
    open[open.count - 1].segments.append(segment)
  }
}

extension String {
  /// A word of the file as messages show it: quoted, and cut where it gets long.
  var shownInMessage: String {
    JSONValue.string(shortened(to: 40)).description
  }
}
