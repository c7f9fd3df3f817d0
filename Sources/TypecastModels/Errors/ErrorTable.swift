import Typecast

/// What the failures of one provider mean: rows in order, of which the first that matches counts.
struct ErrorTable: Sendable {
  /// What stands before the first dot of its rows.
  let name: String
  /// What pages call it.
  let title: String
  let rows: [ErrorRow]

  private init(name: String, title: String, all rows: [ErrorRow]) {
    self.name = name
    self.title = title
    self.rows = rows
  }

  /// A table with none but its own rows.
  static func plain(_ name: String, title: String, _ rows: [ErrorRow]) -> ErrorTable {
    ErrorTable(name: name, title: title, all: rows)
  }

  /// A table whose last rows catch all that the rows of its own do not.
  ///
  /// - Parameter endings: The ends of the names of those last rows that rows of its own leave nothing to.
  init(_ name: String, title: String, without endings: [String] = [], _ rows: [ErrorRow]) {
    self.name = name
    self.title = title
    self.rows = rows + Self.general(name).filter { row in !endings.contains { row.id == "\(name).\($0)" } }
  }

  /// The row that tells what a signal means. There always is one.
  func row(for signal: ErrorSignal) -> ErrorRow {
    // The last row of a table matches whatever is left, which is for signals that a server sent.
    let own = signal.transport == nil ? rows[...] : rows.dropLast()
    return own.first { $0.matches(signal) } ?? ErrorTable.transport.rows.first { $0.matches(signal) }
      ?? rows[rows.count - 1]
  }

  /// The rows that every provider has, behind those of its own.
  private static func general(_ name: String) -> [ErrorRow] {
    [
      ErrorRow(
        "\(name).finish.length", .finish(.length), kind: .truncated, "cut the answer off at a limit of tokens",
        "Raise settings.maxTokens."),
      ErrorRow(
        "\(name).finish.refusal", .finish(.refusal), kind: .refusal, "reports that the model declined to answer",
        "Change the prompt, or ask another model."),
      ErrorRow(
        "\(name).finish.blocked", .finish(.blocked), kind: .contentPolicy,
        "withheld the answer by a filter", "Change the prompt, or ask another model."),
      ErrorRow(
        "\(name).finish.incomplete", .finish(.incomplete), kind: .malformedReply, retry: true,
        "ended the answer before its end", "Ask again."),
      ErrorRow(
        "\(name).finish.other", .otherFinish, kind: .malformedReply,
        "ended the answer for a reason that is not known here",
        "Look at what it says about it."),
      ErrorRow(
        "\(name).malformed", .status([200...299]), .word("malformed_answer"), kind: .malformedReply, retry: true,
        "answered in a form that is not its own", "Look whether the base URL leads to this provider."),
      ErrorRow(
        "\(name).error.inAnswer", .status([200...299]), kind: .server, retry: true,
        "reported an error in the middle of an answer",
        "Ask again."),
      ErrorRow(
        "\(name).redirect", .status([300...399]), kind: .badRequest, another: false, "sends the request elsewhere",
        "Correct the base URL."),
      ErrorRow(
        "\(name).status.400", .status(400, 405, 406, 411, 415, 422), kind: .badRequest, another: false,
        "does not take the request", "Look at what it says about it."),
      ErrorRow(
        "\(name).status.401", .status(401), kind: .authentication, "refused the key", "Set {key} to a valid key."),
      ErrorRow(
        "\(name).status.402", .status(402), kind: .quota, detail: "spend", "wants to be paid",
        "Look at the account's balance."),
      ErrorRow(
        "\(name).status.403", .status(403), kind: .permission, "does not allow this", "Look at what the key may do."),
      ErrorRow(
        "\(name).status.404", .status(404, 410), kind: .notFound, "has nothing at this address",
        "Correct the base URL or the name of the model."),
      ErrorRow(
        "\(name).status.408", .status(408), kind: .timeout, detail: "total", retry: true,
        "waited too long for the request"),
      ErrorRow(
        "\(name).status.409", .status(409, 425), kind: .server, retry: true, "has a conflict with another request"),
      ErrorRow(
        "\(name).status.413", .status(413, 414, 431), kind: .badRequest, "does not take so long a request",
        "Make the messages or pictures shorter."),
      ErrorRow(
        "\(name).status.429", .status(429), kind: .rateLimit, retry: true, "has had too many requests",
        "Wait, or lower the rate."),
      ErrorRow(
        "\(name).status.499", .status(499), kind: .cancelled, retry: true, "says that the request was cancelled"),
      ErrorRow("\(name).status.501", .status(501), kind: .unsupported, "can't do this", "Ask another model."),
      ErrorRow(
        "\(name).status.503", .status(503, 529), kind: .overloaded, retry: true, "has too much to do",
        "Try again later."),
      ErrorRow(
        "\(name).status.504", .status(504, 522, 524), kind: .timeout, detail: "total", retry: true,
        "took too long itself",
        "Ask for less, or stream the answer."),
      ErrorRow("\(name).status.4xx", .clientError, kind: .badRequest, another: false, "does not take the request"),
      ErrorRow(
        "\(name).status.5xx", .serverError, kind: .server, retry: true, "has a problem of its own", "Try again later."),
      ErrorRow(
        "\(name).status.other", .anyStatus, kind: .malformedReply, "answered with a status that HTTP does not have"),
      ErrorRow("\(name).unknown", kind: .server, "failed"),
    ]
  }
}
