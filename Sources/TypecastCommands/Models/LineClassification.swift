import Typecast
import TypecastJSON
import TypecastModels

/// Answers the lines of `classify --jsonl`.
enum LineClassification {
  private static let transports = [
    "dns", "refused", "reset", "tls", "timeout.connect", "timeout.firstByte", "timeout.idle", "timeout.total", "cut",
  ]

  /// The answer to one line.
  static func answer(_ line: ArraySlice<UInt8>) throws(JSONLines.BadLine) -> [UInt8] {
    let json: JSONValue
    do { json = try JSONValue(parsing: Array(line)) } catch {
      throw JSONLines.BadLine(message: "The line can't be read: \(error.message), at column \(error.position.column).")
    }
    guard case .object(let object) = json else { throw JSONLines.BadLine(message: "The line is no object.") }
    let id = object["id"] ?? .null
    func bad(_ message: String) -> JSONLines.BadLine {
      JSONLines.BadLine(message: message, id: JSONWriter().bytes(of: id))
    }
    guard let provider = object["provider"]?.string else { throw bad("The line has no 'provider'.") }
    var status: Int?
    if let value = object["status"], value != .null {
      guard let number = value.number?.int, (100...999).contains(number) else {
        throw bad("The line's 'status' is no status of HTTP.")
      }
      status = number
    }
    var transport: TransportError.Kind?
    if let value = object["transport"], value != .null {
      guard let name = value.string, transports.contains(name) else {
        throw bad("The line's 'transport' is none of \(transports.joined(separator: ", ")).")
      }
      transport = TransportError.Kind(rawValue: name)
    }
    guard status != nil || transport != nil || object["body"] != nil else {
      throw bad("The line has no 'status', no 'body' and no 'transport'.")
    }
    guard let headers = headers(object["headers"]) else { throw bad("The line's 'headers' are no headers.") }
    var body: [UInt8] = []
    switch object["body"] {
    case nil, .null?: break
    case .string(let text)?: body = Array(text.utf8)
    // A body that was written as JSON is meant as its text.
    case let value?: body = JSONWriter().bytes(of: value)
    }
    let result = Classification(
      provider: provider, url: object["url"]?.string ?? "", status: status, headers: headers, body: body,
      transport: transport)
    return JSONWriter().bytes(of: answer(id, result))
  }

  private static func answer(_ id: JSONValue, _ result: Classification) -> JSONValue {
    var answer: JSONObject = ["id": id, "outcome": .string(result.outcome.rawValue)]
    answer["row"] = result.row.map { .string($0) } ?? .null
    answer["kind"] = result.kind.map { .string($0.rawValue) } ?? .null
    if let detail = result.detail { answer["detail"] = .string(detail) }
    answer["retry"] = .bool(result.mayRetry)
    if let wait = result.retryAfter {
      let (seconds, attoseconds) = wait.components
      // A thousandth of a second is as exact as any provider gets.
      let milliseconds = Double(seconds) * 1000 + (Double(attoseconds) / 1e15).rounded()
      answer["retryAfter"] = JSONNumber(milliseconds / 1000).map { .number($0) } ?? .null
    }
    return .object(answer)
  }

  /// Headers, as an object or as pairs; nil for what is neither.
  private static func headers(_ value: JSONValue?) -> HTTPHeaders? {
    var headers = HTTPHeaders()
    switch value {
    case nil, .null?: break
    case .object(let object)?:
      for member in object {
        switch member.value {
        case .string(let text): headers.add(member.key, text)
        case .number(let number): headers.add(member.key, number.text)
        case .array(let list): for element in list { headers.add(member.key, element.string ?? "") }
        default: return nil
        }
      }
    case .array(let pairs)?:
      for pair in pairs {
        guard let name = pair[0]?.string, let text = pair[1]?.string ?? pair[1]?.number?.text else { return nil }
        headers.add(name, text)
      }
    default: return nil
    }
    return headers
  }
}
