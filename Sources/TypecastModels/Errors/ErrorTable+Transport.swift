import Typecast

extension ErrorTable {
  /// Requests that got no answer, whoever was asked.
  static let transport = ErrorTable.plain(
    "transport", title: "No answer at all",
    [
      ErrorRow(
        "transport.dns", .transport(.dns), kind: .connection, detail: "dns", "could not be reached",
        "Look at the name of the host and at the network."),
      ErrorRow(
        "transport.refused", .transport(.refused), kind: .connection, detail: "refused", retry: true,
        "could not be reached", "Look whether the server runs, and at its address."),
      ErrorRow(
        "transport.reset", .transport(.reset), kind: .connection, detail: "reset", retry: true, "gave no answer",
        "Ask again."),
      ErrorRow(
        "transport.tls", .transport(.tls), kind: .connection, detail: "tls", "could not be reached safely",
        "Look at its certificate, and whether the address begins with the right one of http and https."),
      ErrorRow(
        "transport.timeout.connect", .transport(.connectTimeout), kind: .timeout, detail: "connect", retry: true,
        "could not be reached in time", "Look at the network, or raise the limit of time for a connection."),
      ErrorRow(
        "transport.timeout.firstByte", .transport(.firstByteTimeout), kind: .timeout, detail: "firstByte", retry: true,
        "gave no answer in time", "Raise the limit of time for the first byte: a model may still have to be loaded."),
      ErrorRow(
        "transport.timeout.idle", .transport(.idleTimeout), kind: .timeout, detail: "idle", retry: true,
        "stopped in the middle of its answer", "Ask again, or raise the limit of time between pieces."),
      ErrorRow(
        "transport.timeout.total", .transport(.totalTimeout), kind: .timeout, detail: "total", "took too long",
        "Raise the limit of time for the whole, or ask for less."),
      ErrorRow(
        "transport.cut", .transport(.cut), kind: .connection, detail: "cut", retry: true, "broke its answer off",
        "Ask again."),
      ErrorRow(
        "transport.tooLarge", .transport(.tooLarge), kind: .malformedReply, detail: "tooLarge",
        "answered with too much",
        "Lower settings.maxTokens, or look whether the base URL leads to this provider."),
      ErrorRow(
        "transport.redirect", .transport(.redirect), kind: .badRequest, detail: "redirect", another: false,
        "is somewhere else", "Set the base URL to where it leads."),
      ErrorRow(
        "transport.badRequest", .transport(.badRequest), kind: .badRequest, another: false, "was sent nothing",
        "Correct the base URL and the headers."),
      ErrorRow(
        "transport.malformed", .transport(.malformed), kind: .malformedReply, retry: true, "did not speak HTTP",
        "Look whether the base URL leads to this provider."),
      ErrorRow(
        "transport.other", kind: .connection, retry: true, "could not be asked",
        "Ask again."),
    ])
}
