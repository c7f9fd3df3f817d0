import TestSupport
import TypecastJSON

/// An exchange with a real server on this machine, as it was recorded.
struct Recording {
  let id: String
  let server: String
  let path: String
  let requestBody: JSONValue?
  let status: Int
  let body: [UInt8]
  /// Whether the body is all that was sent.
  let isWhole: Bool

  /// Those of a file of `recorded/` that have an answer.
  static func all(in file: String) throws -> [Recording] {
    try TestData.lines(of: "recorded/\(file)").compactMap { line in
      let json = try JSONValue(parsing: line)
      guard let response = json["response"], let status = response["status"]?.number?.int else { return nil }
      let chunks = response["chunks"]?.array?.compactMap { $0["text"]?.string }
      let text = response["body"]?["text"]?.string ?? chunks?.joined()
      guard let text else { return nil }
      let dropped = response["chunks_dropped"]?.number?.int ?? 0
      let request = json["request"]
      let sent = request?["body"]
      return Recording(
        id: json["id"]?.string ?? "", server: json["server"]?.string ?? "", path: request?["path"]?.string ?? "",
        requestBody: sent?.string.flatMap { try? JSONValue(parsing: $0) } ?? sent,
        status: status, body: Array(text.utf8),
        isWhole: response["end"]?.string == "complete" && dropped == 0 && response["body"]?["text_head"] == nil)
    }
  }
}
