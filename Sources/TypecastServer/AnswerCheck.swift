import Typecast

/// Makes an answer one that can be sent.
enum AnswerCheck {
  /// The most bytes that names and values of headers may have together.
  private static let mostHeadBytes = 32 << 10

  /// Headers that speak of this one connection, and of where a body ends. The server writes them itself.
  private static let ofConnection: Set = [
    "connection", "content-length", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
  ]

  /// The answer without headers that are the server's, or one that says why it can't be sent.
  static func check(_ answer: ServerAnswer) -> ServerAnswer {
    if case .broken = answer.content { return answer }
    if let reason = refusal(of: answer) { return .text(500, "The answer to this request can't be sent: \(reason)") }
    var headers = HTTPHeaders()
    for field in answer.headers.fields {
      let name = field.name.lowercased()
      if !ofConnection.contains(name) {
        headers.add(field.name, field.value)
      } else if name == "connection", field.value.lowercased().contains("close") {
        headers["Connection"] = "close"
      }
    }
    let content = isBodiless(answer.status) ? .whole([]) : answer.content
    return ServerAnswer(status: answer.status, headers: headers, content: content)
  }

  /// Whether an answer of a status has no body, whatever it is given.
  private static func isBodiless(_ status: Int) -> Bool { status == 204 || status == 304 }

  private static func refusal(of answer: ServerAnswer) -> String? {
    guard (200...999).contains(answer.status) else { return "\(answer.status) is no status that ends a request." }
    if case .stream(_, let length?) = answer.content, length < 0 { return "its length is negative." }
    var count = 0
    for (place, field) in answer.headers.fields.enumerated() {
      guard HTTPText.isToken(field.name) else {
        return "the name of its header \(place + 1) has characters that HTTP does not allow."
      }
      guard HTTPText.isFieldValue(field.value) else {
        return "its header '\(field.name)' has a line end or another control character."
      }
      count += field.name.utf8.count + field.value.utf8.count + 4
    }
    return count > mostHeadBytes ? "its headers have more than \(mostHeadBytes) bytes." : nil
  }
}
