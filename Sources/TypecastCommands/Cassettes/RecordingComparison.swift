import TypecastCassettes
import TypecastJSON

/// What came, went and changed its shape between two recordings.
struct RecordingComparison {
  private let old: ComparedRecording
  private let new: ComparedRecording

  private var came: [ComparedRecording.Name] = []
  private var went: [ComparedRecording.Name] = []
  private var changed: [Change] = []
  private var compared = 0

  private struct Change {
    let old: ComparedRecording.Name
    let new: ComparedRecording.Name
    let question: ExchangePair.Question
    let differences: ShapeDifferences
  }

  init(old: ComparedRecording, new: ComparedRecording) {
    (self.old, self.new) = (old, new)
    for pair in ExchangePair.all(old.exchanges, new.exchanges) {
      switch (pair.old, pair.new) {
      case (nil, let place?): came.append(new.names[place])
      case (let place?, nil): went.append(old.names[place])
      case (let before?, let after?):
        compared += 1
        let differences = new.exchanges[after].shape.differences(from: old.exchanges[before].shape)
        if differences.isEmpty { continue }
        changed.append(
          Change(
            old: old.names[before], new: new.names[after], question: pair.question, differences: differences))
      case (nil, nil): break
      }
    }
  }

  var isSame: Bool { came.isEmpty && went.isEmpty && changed.isEmpty }

  // MARK: For people

  private static let mostExchanges = 20
  private static let mostOfOneChange = 5
  private static let mostDifferences = 40

  /// What a person reads. What many exchanges have in common is said once.
  var lines: [String] {
    var lines = Self.list(went, "-") + Self.list(came, "+")
    var places: [ShapeDifferences: Int] = [:]
    var groups: [[Change]] = []
    for change in changed {
      if let place = places[change.differences] {
        groups[place].append(change)
      } else {
        places[change.differences] = groups.count
        groups.append([change])
      }
    }
    for group in groups {
      lines += group.prefix(Self.mostOfOneChange).map(Self.head)
      if group.count > Self.mostOfOneChange { lines.append("and \(group.count - Self.mostOfOneChange) more") }
      let differences = group[0].differences
      lines += differences.told.prefix(Self.mostDifferences).map { "   \($0)" }
      let others = differences.others + max(differences.told.count - Self.mostDifferences, 0)
      if others > 0 { lines.append("   and \(others) more") }
    }
    return lines
  }

  private static func list(_ names: [ComparedRecording.Name], _ sign: String) -> [String] {
    let lines = names.prefix(mostExchanges).map { "\(sign) \($0.place). \($0.request): \($0.outcome)" }
    return lines + (names.count > mostExchanges ? ["\(sign) and \(names.count - mostExchanges) more"] : [])
  }

  private static func head(_ change: Change) -> String {
    var notes: [String] = []
    if change.old.place != change.new.place { notes.append("was \(change.old.place)") }
    if change.question != .same { notes.append("asks \(change.question.rawValue)") }
    let note = notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
    return "\(change.new.place). \(change.new.request)\(note)"
  }

  /// What a person reads beside the lines.
  var summary: String {
    func counted(_ count: Int) -> String { "\(count) exchange\(count == 1 ? "" : "s")" }
    let ends = [(came.count, "came"), (went.count, "went")].filter { $0.0 > 0 }.map { ", \($0.0) \($0.1)" }
    return "\(counted(compared)) compared, \(changed.count) with another shape\(ends.joined())"
  }

  // MARK: For programs

  var json: JSONValue {
    func counted(_ count: Int) -> JSONValue { .number(JSONNumber(count)) }
    func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    return [
      "isSame": .bool(isSame), "old": counted(old.names.count), "new": counted(new.names.count),
      "exchanges": .array(
        changed.map { change in
          [
            "old": change.old.json, "new": change.new.json, "asks": .string(change.question.rawValue),
            "differences": .array(
              change.differences.told.map { ["place": .string($0.place), "old": text($0.old), "new": text($0.new)] }),
            "others": counted(change.differences.others),
          ]
        }),
      "came": .array(came.map(\.json)), "went": .array(went.map(\.json)),
    ]
  }
}
