/// The page on dialects, made of the facts about them.
package enum DialectTable {
  /// The page as Markdown.
  package static var markdown: String {
    let dialects = DialectFacts.all
    var text = """
      # Dialects

      What each provider takes of JSON Schema, and what a projection (`typecast project`) makes of the rest.
      This page is made from the facts in `Sources/TypecastSchema/Projection/Dialects` and is not edited by hand.

      - *enforced*: the keyword is sent, and replies obey it.
      - *lowered*: something else is sent in its place that allows at least the same.
      - *not enforced*: the keyword is left out; each place is reported, and replies are checked after they have come.


      """
    text += row(["keyword"] + dialects.map { "`\($0.dialect)`" })
    text += row(["---"] + dialects.map { _ in "---" })
    for keyword in KeywordFact.names {
      text += row(["`\(keyword)`"] + dialects.map { cell($0.fact(keyword)) })
    }
    for facts in dialects { text += section(facts) }
    return text
  }

  private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }

  private static func cell(_ fact: KeywordFact?) -> String {
    let note = fact?.note.map { ": \($0)" } ?? ""
    switch fact?.treatment {
    case .enforced: return "enforced\(note)"
    case .lowered: return "lowered\(note)"
    case .notEnforced, nil: return "not enforced"
    }
  }

  private static func section(_ facts: DialectFacts) -> String {
    var lines = ["The schema goes into \(facts.place)."]
    if facts.rootIsObject { lines.append("The root is an object; any other value comes as its member `value`.") }
    if facts.requiresAllMembers {
      lines.append("Every member is required; one that may be missing is null instead, unless it allows null itself.")
    }
    lines.append(members(facts))
    lines.append(references(facts))
    lines.append(
      facts.formats.isEmpty
        ? "No format is enforced." : "Formats: \(facts.formats.map { "`\($0)`" }.joined(separator: ", ")).")
    switch facts.order {
    case .declared: break
    case .requiredFirst: lines.append("Required members come before the others.")
    case .sometimesAlphabetical:
      lines.append("Required members come before the others; for some models all members come in alphabetical order.")
    }
    if !facts.unusableNames.isEmpty {
      lines.append(
        "No member can be named \(facts.unusableNames.map { "`\"\($0)\"`" }.joined(separator: ", ")).")
    }
    if let most = facts.enumValues { lines.append("An enum of more than \(most) values is widened to their types.") }
    if let most = facts.levels {
      lines.append(
        "At most \(most) levels of nesting; what is deeper is any value, or stands in `$defs` if it has objects.")
    }
    for limit in facts.limits {
      lines.append("At most \(limit.most) \(limit.measure.rawValue)\(relief(limit.measure)).")
    }
    return "\n## \(facts.title)\n\n" + lines.map { "- \($0)\n" }.joined()
  }

  /// What is done where there is more than a limit allows.
  private static func relief(_ measure: LimitFact.Measure) -> String {
    switch measure {
    case .properties: ""
    case .optionalProperties:
      "; others are always there and null where they would be missing, as far as there are unions"
    case .unions: "; where there are more, choices within one scalar type are any value of it"
    case .enumValues, .characters: "; where there are more, the largest enums are widened to their types"
    case .enumCharacters: "; a larger one is widened to strings"
    }
  }

  private static func members(_ facts: DialectFacts) -> String {
    switch facts.otherMembers {
    case .asWritten: "Members that are not listed come as `additionalProperties` says."
    case .closedIfUnsaid: "Members that are not listed come only where `additionalProperties` says so."
    case .alwaysClosed: "Members that are not listed never come."
    case .unsaid: "Nothing can be said of members that are not listed."
    }
  }

  private static func references(_ facts: DialectFacts) -> String {
    let unrolled = "recursion is written out, a schema at most \(facts.unrollings - 1) times within itself"
    return switch facts.references {
    case .none: "References are written out; \(unrolled)."
    case .acyclic: "References are sent; \(unrolled)."
    case .cyclicThroughOptionalMembers:
      "References are sent; outside of members that may be missing, \(unrolled)."
    case .all: "References are sent, recursive ones included."
    }
  }
}
