import Typecast

/// The page that lists every row of every error table.
package enum ErrorsPage {
  package static var text: String {
    var lines = [
      "<!-- Generated from the error tables; not edited by hand. -->", "", "# Errors", "",
      "Every failure of a provider gets a kind by a table of rows. The rows are tried in order, and the first that",
      "matches counts. `row` of `ModelError` names it. A kind's meaning stands beside its name in `FailureKind`.", "",
      "*Retry* says whether the same request may succeed later; how long to wait comes from the provider where it says",
      "so. *Other model* says whether another model may do better.",
    ]
    for table in ErrorTable.all {
      lines += [
        "", "## \(table.title)", "", "| row | when | kind | retry | other model | the provider … |",
        "|---|---|---|---|---|---|",
      ]
      for row in table.rows {
        let kind = row.kind.rawValue + (row.detail.map { " (\($0))" } ?? "")
        let meaning = (row.what + "." + (row.next.isEmpty ? "" : " " + row.next))
          .replacing("{model}", with: "MODEL").replacing("{key}", with: "the key's variable")
          .replacing("{provider}", with: "PROVIDER").replacing("|", with: "\\|")
        lines.append(
          "| `\(row.id)` | \(row.conditionWords) | \(kind) | \(row.mayRetry ? "yes" : "no") | "
            + "\(row.anotherModelMayHelp ? "yes" : "no") | \(meaning) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension ErrorTable {
  /// Every table, in the order of the page.
  static let all: [ErrorTable] = [request, transport] + servers

  /// Those for what servers answer, one for all APIs of a provider.
  static let servers: [ErrorTable] = Provider.all.map(\.errors).reduce(into: []) { tables, table in
    if !tables.contains(where: { $0.name == table.name }) { tables.append(table) }
  }
}

extension ErrorRow {
  /// When the row applies, in words.
  var conditionWords: String {
    conditions.isEmpty ? "nothing else matches" : conditions.map(\.words).joined(separator: ", and ")
  }
}

extension ErrorRow.Condition {
  /// The condition in words.
  fileprivate var words: String {
    func list(_ texts: [String]) -> String {
      texts.map { "`\($0.replacing("|", with: "\\|"))`" }.joined(separator: " or ")
    }
    switch self {
    case .status(let ranges):
      return "status "
        + ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)" }.joined(
          separator: ", ")
    case .word(let words): return "it is called \(list(words))"
    case .wordPart(let parts): return "a name has \(list(parts)) in it"
    case .says(let parts): return "it says \(list(parts))"
    case .unsent(let why): return why
    case .transport(let kinds): return "the transport failed by \(list(kinds.map(\.rawValue)))"
    case .finish(let reasons): return "the answer ended by \(list(reasons.map(\.rawValue)))"
    case .otherFinish: return "the answer ended in another way"
    case .local: return "the server is on this machine"
    case .asksToWait: return "it asks to wait for a time"
    }
  }
}
