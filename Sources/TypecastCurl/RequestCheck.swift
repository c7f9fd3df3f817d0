import Typecast

/// Where a request goes.
struct Address: Hashable {
  let isSecure: Bool
  let host: String
  let port: Int

  /// Reads the beginning of an address; nil for one that is not of HTTP.
  init?(_ url: String) {
    let bytes = Array(url.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) else {
      return nil
    }
    switch String(decoding: bytes[..<colon], as: UTF8.self).lowercased() {
    case "https": isSecure = true
    case "http": isSecure = false
    default: return nil
    }
    var place = bytes[(colon + 3)...]
    if let end = place.firstIndex(where: {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
    }) {
      place = place[..<end]
    }
    if let at = place.lastIndex(of: UInt8(ascii: "@")) { place = place[(at + 1)...] }
    var portText = ArraySlice<UInt8>()
    if place.first == UInt8(ascii: "["), let end = place.firstIndex(of: UInt8(ascii: "]")) {
      portText = place[(end + 1)...]
      place = place[...end]
    } else if let colon = place.firstIndex(of: UInt8(ascii: ":")) {
      portText = place[colon...]
      place = place[..<colon]
    }
    if place.isEmpty { return nil }
    host = String(decoding: place, as: UTF8.self).lowercased()
    if portText.count > 1 {
      guard let port = Int(String(decoding: portText.dropFirst(), as: UTF8.self)), (1...65535).contains(port) else {
        return nil
      }
      self.port = port
    } else {
      port = isSecure ? 443 : 80
    }
  }

  /// The host as messages name it.
  var name: String { port == (isSecure ? 443 : 80) ? host : "\(host):\(port)" }
}

/// Refuses what can't be sent, before anything is.
enum RequestCheck {
  /// Where the request goes.
  static func check(_ request: HTTPRequest) throws(TransportError) -> Address {
    guard let address = Address(request.url), HTTPText.isAddress(request.url) else {
      throw TransportError(.badRequest, "The request has no http:// or https:// address; correct the base URL.")
    }
    guard HTTPText.isToken(request.method) else {
      throw TransportError(.badRequest, "The method of the request to \(address.name) is no word of HTTP.")
    }
    guard request.method != "HEAD" || request.body.isEmpty else {
      throw TransportError(.badRequest, "The request to \(address.name) is a HEAD, which has no body.")
    }
    for field in request.headers.fields {
      guard HTTPText.isToken(field.name) else {
        throw TransportError(
          .badRequest, "A header of the request to \(address.name) has a name that HTTP does not allow.")
      }
      guard HTTPText.isFieldValue(field.value) else {
        throw TransportError(
          .badRequest,
          "The header '\(field.name)' of the request to \(address.name) has a line end or another control character; "
            + "a key that was read from a file may end in one.")
      }
    }
    return address
  }
}
