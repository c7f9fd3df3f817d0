/// A row of an error table that exchanges can be held against.
package struct ErrorRowFacts: Hashable, Sendable {
  /// The name of its table: `gemini`, `transport`.
  package let table: String

  package let id: String

  /// When it applies, in words.
  package let condition: String

  /// Every row that an exchange may get.
  ///
  /// What is not sent leaves no exchange, and a server always answers with a status, for which another row is there.
  package static let all: [ErrorRowFacts] =
    facts(of: .transport) { _ in true } + ErrorTable.servers.flatMap { facts(of: $0) { !$0.conditions.isEmpty } }

  private static func facts(of table: ErrorTable, where isWanted: (ErrorRow) -> Bool) -> [ErrorRowFacts] {
    table.rows.filter(isWanted).map { row in
      ErrorRowFacts(table: table.name, id: row.id, condition: row.conditionWords)
    }
  }
}
