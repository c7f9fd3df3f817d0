import Typecast

/// Where a provider's models are asked: its address, and the key for it.
struct Endpoint: Sendable {
  let provider: Provider

  /// The address before the path, without a slash at its end.
  let base: String

  /// What the address has behind its `?`, which every request has, too; empty where there is none.
  private let query: String

  /// The key; nil where there is none, which is told when a request would leave.
  let key: String?

  /// What must not be shown: the key, and what the address has of a name and a password.
  let secrets: [String]

  /// Finds the address and the key: what code says, else what the environment says.
  init(
    _ provider: Provider, base: String? = nil, key: String? = nil, environment: (String) -> String?
  ) throws(ModelError) {
    func first(_ names: [String]) -> String? {
      for name in names {
        if let value = environment(name)?.trimmed, !value.isEmpty { return value }
      }
      return nil
    }
    guard let address = base?.trimmed ?? first(provider.baseNames) ?? provider.base else {
      throw ModelError(
        .noBase, "\(provider.title) has no address of its own; give a base URL, such as http://localhost:8080/v1.")
    }
    let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    var whole = provider.id == "ollama" ? OllamaHost.address(parts[0]) : parts[0]
    query = parts.count == 2 ? parts[1] : ""
    while whole.utf8.last == UInt8(ascii: "/") { whole.removeLast() }
    guard let origin = Self.origin(of: whole) else {
      throw ModelError(
        .noBase, "The base URL of \(provider.title) is no http:// or https:// address; correct it.")
    }
    guard !address.utf8.contains(UInt8(ascii: "#")) else {
      throw ModelError(
        .noBase, "The base URL of \(provider.title) has a '#', and what stands behind it is never sent; take it away.")
    }
    let provider = provider.at(whole)
    self.provider = provider
    self.base = whole
    if let key = key?.trimmed, !key.isEmpty {
      self.key = key
    } else if !provider.isOpen || origin.isSecure || origin.isLocal {
      self.key = first(provider.keyNames)
    } else {
      // A provider that needs no key gets none over a connection that others can read.
      self.key = nil
    }
    secrets = (self.key.map { [$0] } ?? []) + Self.secrets(in: whole) + Self.secrets(inQuery: query)
  }

  /// The whole address of a request.
  func url(_ path: String) -> String {
    if query.isEmpty { return base + path }
    return base + path + (path.utf8.contains(UInt8(ascii: "?")) ? "&" : "?") + query
  }

  /// Whether something that is called so may be one.
  static func isSecret(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["key", "token", "secret", "auth", "cookie", "password", "credential"].contains { name.utf8Contains($0) }
  }

  private static func secrets(inQuery query: String) -> [String] {
    query.split(separator: "&").flatMap { pair -> [String] in
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, isSecret(String(parts[0])) else { return [] }
      return [String(parts[1]), String(decoding: unescaped(Array(parts[1].utf8)), as: UTF8.self)]
    }
  }

  /// The password in an address, as it stands there, as it is meant and as it is sent; the name where that is all there is.
  private static func secrets(in address: String) -> [String] {
    let rest = address.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
    let place = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let at = place.lastIndex(of: UInt8(ascii: "@")) else { return [] }
    let user = Array(place[..<at])
    let password = user.firstIndex(of: UInt8(ascii: ":")).map { Array(user[($0 + 1)...]) } ?? user
    let sent = unescaped(user) + (user.contains(UInt8(ascii: ":")) ? [] : [UInt8(ascii: ":")])
    return [base64(sent)] + [password, unescaped(password)].map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes with `%41` as what it stands for.
  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// Whether the provider is on this machine.
  var isLocal: Bool { Self.origin(of: base)?.isLocal ?? false }

  /// Whether the host is one of these, or below one of them.
  static func host(of base: String, isIn domains: [String]) -> Bool {
    guard let host = origin(of: base)?.host else { return false }
    return domains.contains { host == $0 || host.hasSuffix(".\($0)") }
  }

  /// Whether an address is one of this machine.
  static func isLocal(_ address: String) -> Bool { origin(of: address)?.isLocal ?? false }

  private static func origin(of address: String) -> (isSecure: Bool, host: String, isLocal: Bool)? {
    let lower = address.lowercased()
    guard let isSecure = lower.hasPrefix("https://") ? true : lower.hasPrefix("http://") ? false : nil else {
      return nil
    }
    let rest = lower.dropFirst(isSecure ? 8 : 7).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let place = rest.lastIndex(of: "@").map { rest[rest.index(after: $0)...] } ?? rest
    let host: String
    if place.hasPrefix("[") {
      host = String(place.dropFirst().prefix { $0 != "]" })
    } else {
      host = String(place.prefix { $0 != ":" })
    }
    if host.isEmpty { return nil }
    // `127.example.com` is a name that anybody may have.
    let isNumber = host.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    let isLocal =
      host == "localhost" || host == "::1" || isNumber && host.hasPrefix("127.") || host.hasSuffix(".localhost")
    return (isSecure, host, isLocal)
  }
}

extension Endpoint: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Whose it is, and nothing that may hold a secret.
  var description: String { "Endpoint(\(provider.id))" }
  var debugDescription: String { description }
  var customMirror: Mirror { Mirror(reflecting: description) }
}
