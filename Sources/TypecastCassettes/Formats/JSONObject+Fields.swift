import FoundationEssentials
import TypecastJSON

/// Members of an object as a format has them; what is of another type refuses the exchange.
extension JSONObject {
  /// A member that is there and not null.
  func present(_ key: String) -> JSONValue? {
    // A nil of the value's own would be null again.
    guard let value = self[key], value != .null else { return nil }
    return value
  }

  func text(_ key: String) throws(RefusedExchange) -> String? {
    guard let value = present(key) else { return nil }
    guard let text = value.string else { throw RefusedExchange("its '\(key)' is no text") }
    return text
  }

  func number(_ key: String) throws(RefusedExchange) -> JSONNumber? {
    guard let value = present(key) else { return nil }
    guard let number = value.number else { throw RefusedExchange("its '\(key)' is no number") }
    return number
  }

  func object(_ key: String) throws(RefusedExchange) -> JSONObject? {
    guard let value = present(key) else { return nil }
    guard let object = value.object else { throw RefusedExchange("its '\(key)' is no object") }
    return object
  }

  func array(_ key: String) throws(RefusedExchange) -> [JSONValue]? {
    guard let value = present(key) else { return nil }
    guard let array = value.array else { throw RefusedExchange("its '\(key)' is no array") }
    return array
  }

  func required(_ key: String) throws(RefusedExchange) -> String {
    guard let text = try text(key), !text.isEmpty else { throw RefusedExchange("it has no '\(key)'") }
    return text
  }

  /// Seconds, or what another unit has of them, to the microsecond.
  func duration(_ key: String, perSecond units: Double = 1) throws(RefusedExchange) -> Duration? {
    guard let number = try number(key) else { return nil }
    guard let duration = Duration(number.double / units) else { throw RefusedExchange("its '\(key)' is no time") }
    return duration
  }

  /// The status of HTTP.
  func status(_ key: String) throws(RefusedExchange) -> Int {
    guard let status = try number(key)?.int, (100...999).contains(status) else {
      throw RefusedExchange("its '\(key)' is no status of HTTP")
    }
    return status
  }

  /// Headers, as pairs of name and value, as objects with these, or as an object whose values may be lists.
  func headers(_ key: String) throws(RefusedExchange) -> [RecordedHeader] {
    var headers: [RecordedHeader] = []
    func add(_ name: String?, _ value: JSONValue?) throws(RefusedExchange) {
      guard let name, !name.isEmpty, let value = value?.string ?? value?.number?.text else {
        throw RefusedExchange("its '\(key)' are no headers")
      }
      headers.append(RecordedHeader(name, value))
    }
    switch present(key) {
    case nil: break
    case .array(let fields)?:
      for field in fields {
        if let pair = field.array {
          try add(pair.first?.string, pair.count == 2 ? pair[1] : nil)
        } else {
          try add(field["name"]?.string, field["value"])
        }
      }
    case .object(let object)?:
      for member in object {
        guard let values = member.value.array else {
          try add(member.key, member.value)
          continue
        }
        for value in values { try add(member.key, value) }
      }
    default: throw RefusedExchange("its '\(key)' are no headers")
    }
    return headers
  }
}

extension Duration {
  /// Seconds to the nearest microsecond; nil for what no cassette could hold.
  init?(_ seconds: Double) {
    guard seconds >= 0, seconds < 999_999_999 else { return nil }
    self = .microseconds(Int64((seconds * 1_000_000).rounded()))
  }

  /// Seconds as a number of JSON, to the microsecond.
  var json: JSONValue { .number(JSONNumber(trusted: cassetteText)) }
}

extension RecordingDate {
  /// Seconds since 1970 with a fraction, which is dropped.
  init?(_ seconds: Double) {
    guard abs(seconds) < 1e15 else { return nil }
    self.init(seconds: Int(seconds.rounded(.down)))
  }
}

/// The bytes behind base64, whose white space does not count; nil for what is none.
func decoded(base64 text: String) -> [UInt8]? { try? BodyText.base64.bytes(of: Array(text.utf8)) }

/// How JSON holds bytes: as text where they are UTF-8, else as base64.
enum WrittenBytes {
  case text(String)
  case base64(String)

  init(_ bytes: [UInt8]) {
    self = String(validating: bytes, as: UTF8.self).map(Self.text) ?? .base64(Data(bytes).base64EncodedString())
  }

  /// An object whose one member says which it is.
  var object: JSONObject {
    switch self {
    case .text(let text): ["text": .string(text)]
    case .base64(let text): ["base64": .string(text)]
    }
  }
}
