public import TypecastJSON

extension GateReport {
  /// How much of what is missing in a row a table shows.
  private static let shown = 20

  /// The report as a table, followed by what is missing where that is asked for or matters.
  public var table: String {
    let width = rows.map(\.name.count).max() ?? 0
    let counts = rows.map { "\($0.hit) of \($0.counted)" }
    let countWidth = counts.map(\.count).max() ?? 0
    var lines = ["\(gate.rawValue): \(passes ? "passed" : "falls short")"]
    for (row, count) in zip(rows, counts) {
      lines.append(
        "  \(row.name.filled(to: width))  \(count.filled(to: countWidth, inFront: true))"
          + "  \("\(row.percent)".filled(to: 3, inFront: true)) %  \(row.verdict)")
    }
    if rows.isEmpty { lines.append("  Nothing here is to be looked at.") }
    let isSpelledOut = { row in !row.isEnough || row.threshold == nil && !isForeign(row) }
    for row in rows where !row.missing.isEmpty && isSpelledOut(row) {
      lines.append("  missing in \(row.name):")
      let shown = row.missing.prefix(Self.shown)
      var commands: [String] = []
      for missing in shown where !commands.contains(missing.command) { commands.append(missing.command) }
      for command in commands {
        for missing in shown where missing.command == command { lines.append("    \(missing.name): \(missing.needs)") }
        lines.append("      \(command)")
      }
      if row.missing.count > Self.shown {
        lines.append("    and \(row.missing.count - Self.shown) more; --json has all of it")
      }
    }
    if rows.contains(where: isForeign) {
      lines.append("  What no threshold asks for and nothing hits is not spelled out; --json has it.")
    }
    for fault in faults { lines.append("  error: \(fault)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whether a row lists what is ours and not the package's, and nobody wants it: other providers' errors are no news.
  private func isForeign(_ row: Row) -> Bool {
    (gate == .errors || gate == .repairs) && row.threshold == nil && row.hit == 0
  }

  /// The report for programs.
  public var json: JSONValue {
    [
      "gate": .string(gate.rawValue), "passes": .bool(passes), "rows": .array(rows.map(\.json)),
      "faults": .array(faults.map { .string($0) }),
    ]
  }
}

extension GateReport.Row {
  fileprivate var verdict: String {
    guard let threshold else { return "no threshold" }
    return isEnough ? "enough, \(threshold) % is asked for" : "falls short of \(threshold) %"
  }

  fileprivate var json: JSONValue {
    [
      "name": .string(name), "counted": .number(JSONNumber(counted)), "hit": .number(JSONNumber(hit)),
      "percent": .number(JSONNumber(percent)), "threshold": threshold.map { .number(JSONNumber($0)) } ?? .null,
      "isEnough": .bool(isEnough),
      "missing": .array(
        missing.map { missing in
          [
            "name": .string(missing.name), "needs": .string(missing.needs), "command": .string(missing.command),
          ]
        }),
    ]
  }
}

extension String {
  /// With blanks up to a width.
  fileprivate func filled(to width: Int, inFront: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(width - count, 0))
    return inFront ? blanks + self : self + blanks
  }

  /// As a shell takes it for one word.
  var quotedForShell: String {
    let isPlain = unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || "0123456789/._-+".unicodeScalars.contains(scalar)
    }
    if isPlain, !isEmpty { return self }
    return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }
}
