import TypecastJSON

/// Reads the interactions of a cassette of VCR for Ruby or of vcrpy, in YAML or JSON, one by one.
package struct VCRReader {
  private let interactions: [YAMLNode]
  private let about: String?
  private var count = 0

  /// - Parameter path: What errors call it.
  package init(_ bytes: [UInt8], path: String) throws(CassetteError) {
    let document = try Self.document(bytes, path)
    guard let interactions = (document["http_interactions"] ?? document["interactions"])?.sequence else {
      throw CassetteError(
        path, line: document.line, "is no cassette of VCR: it has no list 'http_interactions' or 'interactions'.")
    }
    self.interactions = interactions
    about = document["recorded_with"]?.text
  }

  private static func document(_ bytes: [UInt8], _ path: String) throws(CassetteError) -> YAMLNode {
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    if first == UInt8(ascii: "{"), let json = try? JSONValue(parsing: bytes, options: JSONOptions(depthLimit: 64)) {
      return YAMLNode(json)
    }
    return try YAMLReader.document(bytes, path: path)
  }

  /// The next interaction; nil behind the last one.
  package mutating func next() -> ImportedItem? {
    guard count < interactions.count else { return nil }
    defer { count += 1 }
    let node = interactions[count]
    do throws(RefusedExchange) {
      let imported = ImportedExchange(.recorded, about: about, try VCRInteraction.exchange(node))
      return ImportedItem(line: node.line, index: count, result: .success(imported))
    } catch {
      return ImportedItem(line: node.line, index: count, result: .failure(error))
    }
  }
}

/// A request and its answer as VCR and its relatives have them.
enum VCRInteraction {
  static func exchange(_ node: YAMLNode) throws(RefusedExchange) -> Exchange {
    if case .foreign(let tag) = node.content { throw RefusedExchange(foreign(tag)) }
    guard let request = node.present("request") else { throw RefusedExchange("it has no 'request'") }
    guard let response = node.present("response") else { throw RefusedExchange("it has no 'response'") }
    let date = node.present("recorded_at")?.text.flatMap { RecordingDate(http: $0) ?? RecordingDate($0) }
    return Exchange(date: date, try self.request(request), .response(try self.response(response)))
  }

  private static func request(_ node: YAMLNode) throws(RefusedExchange) -> RecordedRequest {
    guard var method = node.present("method")?.text else { throw RefusedExchange("its request has no 'method'") }
    guard let url = (node.present("uri") ?? node.present("url"))?.text else {
      throw RefusedExchange("its request has no 'uri'")
    }
    // Ruby has symbols in small letters.
    if method.utf8.first == UInt8(ascii: ":") { method.removeFirst() }
    return RecordedRequest(
      method.uppercased(), url, headers: try headers(node), body: try body(node, ["body"], of: "request"))
  }

  private static func response(_ node: YAMLNode) throws(RefusedExchange) -> RecordedResponse {
    let word = node.present("code") ?? node.present("status_code") ?? node.present("status")?["code"] ?? node["status"]
    guard let status = word?.text.flatMap({ Int($0) }), (100...999).contains(status) else {
      throw RefusedExchange("its response has no status of HTTP")
    }
    let body = try body(node, ["body", "content"], of: "response")
    return RecordedResponse(
      status, headers: try headers(node), chunks: body.isEmpty ? [] : [RecordedResponse.Chunk(body)])
  }

  private static func headers(_ node: YAMLNode) throws(RefusedExchange) -> [RecordedHeader] {
    guard let fields = node.present("headers") else { return [] }
    guard case .mapping(let members) = fields.content else { throw RefusedExchange("its headers are no mapping") }
    var headers: [RecordedHeader] = []
    for member in members where !member.value.isNull {
      for value in member.value.sequence ?? [member.value] {
        guard !member.key.isEmpty, let text = try text(value, of: "header") else {
          throw RefusedExchange("its header '\(member.key.prefix(40))' is no text")
        }
        headers.append(RecordedHeader(member.key, text))
      }
    }
    return headers
  }

  /// A text, which may be in base64.
  private static func text(_ node: YAMLNode, of whose: String) throws(RefusedExchange) -> String? {
    guard let scalar = node.scalar else { return nil }
    return scalar.isBinary ? String(validating: try bytes(scalar, of: whose), as: UTF8.self) : scalar.text
  }

  // MARK: Bodies

  private static func body(
    _ node: YAMLNode, _ keys: [String], of whose: String
  ) throws(RefusedExchange) -> [UInt8] {
    guard let body = keys.lazy.compactMap({ node.present($0) }).first else {
      guard node.present("parsed_body") == nil else {
        throw RefusedExchange("its body is not whole: the \(whose) was saved as a value, not as its bytes")
      }
      return []
    }
    switch body.content {
    case .scalar(let scalar): return try bytes(scalar, of: whose)
    case .foreign(let tag): throw RefusedExchange(foreign(tag))
    case .sequence: throw RefusedExchange("the body of its \(whose) is a list")
    case .mapping: break
    }
    if let coded = body.present("base64_string") {
      guard let scalar = coded.scalar, let text = String(validating: try bytes(scalar, of: whose), as: UTF8.self),
        let bytes = decoded(base64: text)
      else { throw RefusedExchange("the base64 of its \(whose) is none") }
      return bytes
    }
    guard let string = body.present("string") else {
      // One that is there and null is empty.
      if body["string"] != nil { return [] }
      throw RefusedExchange("the body of its \(whose) has neither a 'string' nor a 'base64_string'")
    }
    if case .foreign(let tag) = string.content { throw RefusedExchange(foreign(tag)) }
    guard let scalar = string.scalar else { throw RefusedExchange("the body of its \(whose) is no text") }
    if scalar.isBinary { return try bytes(scalar, of: whose) }
    return try encoded(scalar.text, body.present("encoding")?.text ?? "UTF-8", of: whose)
  }

  private static func bytes(_ scalar: YAMLNode.Scalar, of whose: String) throws(RefusedExchange) -> [UInt8] {
    guard scalar.isBinary else { return Array(scalar.text.utf8) }
    guard let bytes = decoded(base64: scalar.text) else { throw RefusedExchange("the base64 of its \(whose) is none") }
    return bytes
  }

  /// The bytes of a text in the encoding that Ruby had it in: YAML has all of them in UTF-8.
  private static func encoded(
    _ text: String, _ encoding: String, of whose: String
  ) throws(RefusedExchange) -> [UInt8] {
    let bytes = Array(text.utf8)
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
    switch encoding.uppercased() {
    case "UTF-8", "US-ASCII", "ASCII-8BIT", "BINARY": return bytes
    case "ISO-8859-1" where text.unicodeScalars.allSatisfy { $0.value < 0x100 }:
      return text.unicodeScalars.map { UInt8($0.value) }
    default: throw RefusedExchange("the text of its \(whose) has the encoding '\(encoding)', whose bytes are not known")
    }
  }

  private static func foreign(_ tag: String) -> String {
    "it holds an object of the program that wrote it, '\(tag.prefix(80))', which is never made"
  }
}

extension RecordingDate {
  /// Reads `Tue, 01 Nov 2011 04:58:44 GMT`.
  init?(http text: String) {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(where: { words[2] == $0 }) else {
      return nil
    }
    self.init("\(words[3])-\(month < 9 ? "0" : "")\(month + 1)-\(words[1])T\(words[4])Z")
  }
}
