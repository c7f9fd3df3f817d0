import CMicroHTTPD
import Typecast

/// A request while it comes in. Nothing of it is believed before it is checked.
struct RequestIntake {
  private let target: String?
  private let authority: String
  private let limits: ServerLimits
  private(set) var method = ""
  /// Whether the client knows where a body ends even if its length is not told.
  private(set) var knowsChunks = false
  private var url = ""
  private var headers = HTTPHeaders()
  private var body: [UInt8] = []
  private var received = 0
  /// What to answer instead of asking the handler.
  private(set) var refusal: ServerAnswer?

  /// - Parameters:
  ///   - target: What the first line asks for; nil where it is no text.
  ///   - authority: Host and port of the server, for clients that name none.
  init(target: String?, authority: String, limits: ServerLimits) {
    self.target = target
    self.authority = authority
    self.limits = limits
  }

  /// The request, once it is here.
  var request: HTTPRequest { HTTPRequest(method, url, headers: headers, body: body) }

  // MARK: The head

  /// Takes the head; false where the body is not worth waiting for, as the refusal is certain.
  mutating func takeHead(_ method: String, _ version: String, _ connection: OpaquePointer) -> Bool {
    self.method = method
    knowsChunks = version == "HTTP/1.1"
    headers = Self.headers(of: connection)
    if typecast_head_size(connection) > limits.headBytes {
      refusal = .text(431, "The head of the request has more than \(limits.headBytes) bytes.")
      return false
    }
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
      refusal = .text(505, "This server speaks HTTP/1.1.")
      return false
    }
    if let reason = refuseHead() {
      refusal = .text(400, reason)
      return false
    }
    guard let length = headers["content-length"].flatMap({ UInt64($0) }), length > UInt64(limits.bodyBytes) else {
      return true
    }
    refuseBody()
    // Who sends without asking reads the answer only when all is sent.
    return headers["expect"] == nil && length <= UInt64(mostReceived)
  }

  private static func headers(of connection: OpaquePointer) -> HTTPHeaders {
    var headers = HTTPHeaders()
    withUnsafeMutablePointer(to: &headers) { headers in
      _ = MHD_get_connection_values_n(
        connection, .HEADER_KIND,
        { user, _, name, nameCount, value, valueCount in
          user?.assumingMemoryBound(to: HTTPHeaders.self).pointee.add(
            RequestIntake.text(name, nameCount), RequestIntake.text(value, valueCount))
          return .YES
        }, headers)
    }
    return headers
  }

  private static func text(_ bytes: UnsafePointer<CChar>?, _ count: Int) -> String {
    String(decoding: UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count), as: UTF8.self)
  }

  private func values(of name: String) -> [String] {
    headers.fields.filter { $0.name.lowercased() == name }.map(\.value)
  }

  /// Reads where the request goes; what is wrong with it, if anything is.
  private mutating func refuseHead() -> String? {
    guard HTTPText.isToken(method), method != "CONNECT" else {
      return "The method of the request is none of this server."
    }
    guard headers.fields.allSatisfy({ HTTPText.isToken($0.name) && HTTPText.isFieldValue($0.value) }) else {
      return "A header of the request is malformed."
    }
    let hosts = values(of: "host")
    guard hosts.count == 1 || hosts.isEmpty && !knowsChunks else { return "The request names no host, or several." }
    let host = hosts.first ?? authority
    guard !host.isEmpty, host.utf8.allSatisfy(Self.isOfHost) else { return "The host of the request is malformed." }
    guard let target, HTTPText.isAddress(target), !target.utf8.contains(UInt8(ascii: "#")) else {
      return "The address of the request is malformed."
    }
    if target.hasPrefix("/") {
      url = "http://\(host)\(target)"
    } else if target == "*" {
      url = "http://\(host)"
    } else if target.lowercased().hasPrefix("http://") {
      url = target
    } else {
      return "The address of the request is malformed."
    }
    return refuseFraming()
  }

  /// A body whose end could be read in two ways is a way to hide a second request in it.
  private func refuseFraming() -> String? {
    let lengths = values(of: "content-length")
    let encodings = values(of: "transfer-encoding")
    guard lengths.count + encodings.count <= 1,
      lengths.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 18 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      encodings.allSatisfy({ $0.lowercased() == "chunked" })
    else { return "The end of the request's body is not told, or told twice." }
    return nil
  }

  private static func isOfHost(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: "-._~:[]%".utf8.contains(byte)
    }
  }

  // MARK: The body

  /// Takes a piece of the body; false where it goes on beyond all measure.
  mutating func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    received += bytes.count
    if received <= limits.bodyBytes {
      body += bytes
    } else if refusal == nil {
      body = []
      refuseBody()
    }
    return received <= mostReceived
  }

  /// How much of a body that is too long is read, and dropped, so that its sender gets to hear of it.
  private var mostReceived: Int { limits.bodyBytes + max(limits.bodyBytes, 1 << 20) }

  private mutating func refuseBody() {
    refusal = .text(413, "The body of the request has more than \(limits.bodyBytes) bytes.")
  }
}
