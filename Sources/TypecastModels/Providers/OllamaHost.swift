/// Reads `OLLAMA_HOST` as Ollama does: a host, a port, both, or a whole address.
enum OllamaHost {
  static func address(_ text: String) -> String {
    var rest = text.trimmed
    if rest.count > 1, let quote = rest.first, quote == "\"" || quote == "'", rest.last == quote {
      rest = String(rest.dropFirst().dropLast()).trimmed
    }
    var scheme = "http"
    var port = "11434"
    let lower = rest.lowercased()
    if lower.hasPrefix("https://") {
      (scheme, port) = ("https", "443")
      rest = String(rest.dropFirst(8))
    } else if lower.hasPrefix("http://") {
      port = "80"
      rest = String(rest.dropFirst(7))
    } else if lower == "ollama.com" || lower.hasPrefix("ollama.com/") {
      (scheme, port) = ("https", "443")
    } else if rest.utf8Contains("://") {
      // Whoever takes addresses refuses it.
      return rest
    }
    var place = String(rest.prefix { $0 != "/" })
    let path = rest.dropFirst(place.count)
    // A name and a password hold colons of their own.
    let user = place.lastIndex(of: "@").map { String(place[...$0]) } ?? ""
    place = String(place.dropFirst(user.count))
    if place.hasPrefix("["), let end = place.firstIndex(of: "]") {
      let behind = place[place.index(after: end)...]
      if behind.hasPrefix(":"), isPort(behind.dropFirst()) { port = String(behind.dropFirst()) }
      place = String(place[...end])
    } else if place.utf8.count(where: { $0 == UInt8(ascii: ":") }) > 1 {
      place = "[\(place)]"
    } else if let colon = place.firstIndex(of: ":") {
      let number = place[place.index(after: colon)...]
      if isPort(number) { port = String(number) }
      place = String(place[..<colon])
    }
    // A server that listens everywhere is reached here.
    if place.isEmpty || place == "0.0.0.0" || place == "[::]" { place = "127.0.0.1" }
    return "\(scheme)://\(user)\(place):\(port)\(path)"
  }

  private static func isPort(_ text: Substring) -> Bool {
    guard let number = Int(text) else { return false }
    return (1...65535).contains(number)
  }
}
