import Typecast
import TypecastCassettes
import TypecastModels

/// Whether cassettes hold an exchange for each row of the error tables, and for each reason for which answers end.
enum ErrorGate {
  /// What the reasons for which answers end are called among the tables.
  private static let finish = "finish"

  /// Everything that a threshold may be set for.
  static let tables: [String] = {
    var names: [String] = []
    for row in ErrorRowFacts.all where names.last != row.table { names.append(row.table) }
    return names + [finish]
  }()

  static func report(on package: PackageFolder, _ thresholds: [String: Int]) throws(GateError) -> GateReport {
    var rows: Set<String> = []
    var reasons: Set<FinishReason> = []
    try package.forEachExchange { _, exchange, reading in
      rows.formUnion(exchange.classification(reading)?.row.map { [$0] } ?? [])
      if let reply = exchange.reply(reading) { reasons.insert(reply.finish) }
    }
    return GateReport(
      .errors,
      tables.map { table in
        if table == finish { return finishRow(reasons, thresholds[finish]) }
        let wanted = ErrorRowFacts.all.filter { $0.table == table }
        let missing = wanted.filter { !rows.contains($0.id) }.map { row in
          GateReport.Missing(name: row.id, needs: row.condition, command: command(row.table))
        }
        return GateReport.Row(
          table, counted: wanted.count, hit: wanted.count - missing.count, threshold: thresholds[table],
          missing: missing)
      })
  }

  private static func finishRow(_ reasons: Set<FinishReason>, _ threshold: Int?) -> GateReport.Row {
    let missing = FinishReason.all.filter { !reasons.contains($0) }.map { reason in
      GateReport.Missing(
        name: "finish.\(reason)", needs: "an answer of a model that ends by \(reason)", command: command("PROVIDER"))
    }
    return GateReport.Row(
      finish, counted: FinishReason.all.count, hit: FinishReason.all.count - missing.count, threshold: threshold,
      missing: missing)
  }

  /// Whoever was asked may get no answer.
  private static func command(_ table: String) -> String {
    let folder = table == "transport" ? "PROVIDER" : table
    return "typecast cassette import --from jsonl EXCHANGES.jsonl --out \(PackageFolder.cassettes)/\(folder)"
  }
}

extension Exchange {
  /// What the outcome comes to.
  fileprivate func classification(_ reading: ExchangeReading) -> Classification? {
    switch outcome {
    case .failure(let failure): return reading.classification(transport: failure.error.kind)
    case .response(let response):
      // Where a body breaks off that tells of a failure, its status has said enough.
      if let failure = response.failure, (200..<300).contains(response.status), reply(reading) == nil {
        return reading.classification(transport: failure.error.kind)
      }
      return reading.classification(
        status: response.status, headers: response.typedHeaders, body: response.body)
    }
  }
}
