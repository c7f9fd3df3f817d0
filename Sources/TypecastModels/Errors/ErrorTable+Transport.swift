import Typecast

extension ErrorTable {
  /// Requests that got no answer, whoever was asked.
  static let transport = ErrorTable.plain(
    "transport", title: "No answer at all",
    [
      ErrorRow("transport.dns", .transport(.dns), kind: .connection, detail: "dns", "could not be reached"),
      ErrorRow(
        "transport.refused", .transport(.refused), kind: .connection, detail: "refused", retry: true,
        "could not be reached"),
      ErrorRow(
        "transport.reset", .transport(.reset), kind: .connection, detail: "reset", retry: true, "gave no answer"),
      ErrorRow("transport.tls", .transport(.tls), kind: .connection, detail: "tls", "could not be reached safely"),
      ErrorRow(
        "transport.timeout.connect", .transport(.connectTimeout), kind: .timeout, detail: "connect", retry: true,
        "could not be reached in time"),
      ErrorRow(
        "transport.timeout.firstByte", .transport(.firstByteTimeout), kind: .timeout, detail: "firstByte", retry: true,
        "gave no answer in time"),
      ErrorRow(
        "transport.timeout.idle", .transport(.idleTimeout), kind: .timeout, detail: "idle", retry: true,
        "stopped in the middle of its answer"),
      ErrorRow(
        "transport.timeout.total", .transport(.totalTimeout), kind: .timeout, detail: "total", "took too long"),
      ErrorRow(
        "transport.cut", .transport(.cut), kind: .connection, detail: "cut", retry: true, "broke its answer off"),
      ErrorRow(
        "transport.tooLarge", .transport(.tooLarge), kind: .malformedReply, detail: "tooLarge", "answered with too much"
      ),
      ErrorRow(
        "transport.redirect", .transport(.redirect), kind: .badRequest, detail: "redirect", another: false,
        "is somewhere else"),
      ErrorRow("transport.badRequest", .transport(.badRequest), kind: .badRequest, another: false, "was sent nothing"),
      ErrorRow("transport.malformed", .transport(.malformed), kind: .malformedReply, retry: true, "did not speak HTTP"),
      ErrorRow("transport.other", kind: .connection, retry: true, "could not be asked"),
    ])
}
