import Typecast

/// Follows answers that send a request on.
enum Redirect {
  static let most = 10

  /// The request that comes next; nil where the answer is one.
  static func next(
    after response: HTTPResponse, to request: HTTPRequest, at address: Address
  ) throws(TransportError) -> HTTPRequest? {
    guard [301, 302, 303, 307, 308].contains(response.status), let location = response.headers["location"] else {
      return nil
    }
    let url = resolved(location, against: request.url)
    guard let target = Address(url) else {
      throw TransportError(
        .redirect, "\(address.name) sends the request to where HTTP does not lead; correct the base URL.")
    }
    if address.isSecure, !target.isSecure {
      throw TransportError(
        .redirect, "\(address.name) sends the request on to \(target.name) without encryption; correct the base URL.")
    }
    let keepsBody = response.status == 307 || response.status == 308
    guard keepsBody || request.method == "GET" || request.method == "HEAD" else {
      throw TransportError(
        .redirect,
        "\(address.name) sends the request on to \(target.name), but without its body; give the base URL of "
          + "\(target.name).")
    }
    var next = request
    next.url = url
    if target != address {
      let fields = request.headers.fields.filter { harmless.contains($0.name.lowercased()) }
      next.headers = HTTPHeaders(fields)
    }
    return next
  }

  /// What another host gets to see: headers of which it is known that they hold no key.
  private static let harmless: Set<String> = [
    "accept", "accept-encoding", "accept-language", "anthropic-beta", "anthropic-version", "content-type",
    "openai-beta", "user-agent",
  ]

  private static func resolved(_ location: String, against base: String) -> String {
    if Address(location) != nil || hasScheme(location) { return location }
    let scheme = base.prefix { $0 != ":" }
    if location.hasPrefix("//") { return "\(scheme):\(location)" }
    let place = base.dropFirst(scheme.count + 3).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let origin = "\(scheme)://\(place)"
    if location.hasPrefix("/") { return origin + location }
    let path = base.dropFirst(origin.count).prefix { $0 != "?" && $0 != "#" }
    if location.hasPrefix("?") { return origin + path + location }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return origin + folder + location
  }

  private static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":") else { return false }
    return text[..<colon].allSatisfy { $0.isLetter || $0.isNumber || "+-.".contains($0) } && colon != text.startIndex
  }
}
