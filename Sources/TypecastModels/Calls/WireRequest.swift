import Typecast
import TypecastJSON

/// A request as a wire format writes it, before anybody knows where it goes.
struct WireRequest: Sendable {
  var method = "POST"
  /// Behind the base address, with its first slash; it may have a query, which holds no secret.
  var path: String
  /// Headers that belong to the format. Keys are added elsewhere.
  var headers: [(name: String, value: String)] = []
  var body: JSONValue
}
