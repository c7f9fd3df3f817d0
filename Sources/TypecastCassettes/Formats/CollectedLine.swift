import TypecastJSON

/// The lines that keep whole bodies, and where they come from.
enum CollectedLine {
  static func exchange(_ object: JSONObject) throws(RefusedExchange) -> ImportedExchange {
    let request = RecordedRequest(
      try object.required("method"), try object.required("url"), headers: try object.headers("request_headers"),
      body: try bytes(object, "request_body"))
    let body = try bytes(object, "response_body")
    // No time was kept, nor where chunks end. Bodies were decompressed.
    let response = RecordedResponse(
      try object.status("status"), headers: try object.headers("response_headers").decompressed(to: body.count),
      chunks: body.isEmpty ? [] : [RecordedResponse.Chunk(body)])
    let fidelity = try object.text("fidelity") ?? ""
    let isInferred = object["status_inferred"]?.bool == true
    // What its collector put together was not sent so.
    let origin: Cassette.Origin = fidelity.hasPrefix("response-only") || isInferred ? .authored : .recorded
    var notes = fidelity.isEmpty ? [] : [fidelity]
    if isInferred { notes.append("the status is inferred") }
    if try object.text("request_body_encoding") == "absent" { notes.append("the request was not kept") }
    if object["request_elided"] != nil || object["response_elided"] != nil { notes.append("long base64 is elided") }
    if let repository = try object.text("source_repo") {
      notes.append("from \(repository) \(try object.text("path") ?? "")")
    }
    return ImportedExchange(
      origin, Exchange(note: notes.isEmpty ? nil : notes.joined(separator: ", "), request, .response(response)))
  }

  private static func bytes(_ object: JSONObject, _ key: String) throws(RefusedExchange) -> [UInt8] {
    let text = try object.text(key) ?? ""
    switch try object.text("\(key)_encoding") {
    case nil, "text"?: return Array(text.utf8)
    case "base64"?:
      guard let bytes = decoded(base64: text) else { throw RefusedExchange("its '\(key)' is no base64") }
      return bytes
    case "absent"? where text.isEmpty: return []
    case let encoding?: throw RefusedExchange("its '\(key)' has the encoding '\(encoding)', which is not known")
    }
  }
}

extension [RecordedHeader] {
  /// The headers of an answer whose body was decompressed: without those that speak of the compressed one.
  ///
  /// - Parameter count: How many bytes the body has now.
  func decompressed(to count: Int) -> [RecordedHeader] {
    guard let encoding = self["content-encoding"], encoding.lowercased() != "identity" else { return self }
    return filter { header in
      switch header.name.lowercased() {
      case "content-encoding": false
      case "content-length": header.value == String(count)
      default: true
      }
    }
  }
}
