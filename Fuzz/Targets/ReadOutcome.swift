import TypecastJSON

/// What came of reading a text: its value, or which fault was found where.
enum ReadOutcome: Equatable, CustomStringConvertible {
  case value(JSONValue)
  case fault(kind: JSONError.Kind, offset: Int)

  init(_ read: () throws(JSONError) -> JSONValue) {
    do {
      self = .value(try read())
    } catch {
      self = .fault(kind: error.kind, offset: error.position.offset)
    }
  }

  var description: String {
    switch self {
    case .value(let value): "the value \(value)"
    case .fault(let kind, let offset): "\(kind.rawValue) at \(offset)"
    }
  }
}
