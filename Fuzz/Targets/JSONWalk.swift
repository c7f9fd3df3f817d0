import TypecastJSON

/// Reads any value with the steps that generated decoders take.
struct JSONWalk {
  /// Bits that choose between steps that must come to the same.
  let style: UInt8

  private static let names = ["a", "b", "type", "\u{E9}\"\\"]
  private static let keys = JSONKeys(names)

  private func takes(_ bit: UInt8) -> Bool { style >> bit & 1 == 1 }

  func value(_ reader: inout JSONReader) throws(JSONError) -> JSONValue {
    switch try reader.peek() {
    case .null:
      guard try reader.null() else { finding("null is announced, but not there") }
      return .null
    case .boolean: return .bool(try reader.bool())
    case .number: return .number(try number(&reader))
    case .string: return .string(try string(&reader))
    case .array: return .array(try elements(&reader))
    case .object: return .object(try members(&reader))
    }
  }

  private func number(_ reader: inout JSONReader) throws(JSONError) -> JSONNumber {
    let mark = reader.mark
    let number = try reader.number()
    let kept = number.number
    require(number.int == kept.int && number.isInteger == kept.isInteger, "\(kept) in place and kept")
    require(number.double == kept.double, "\(kept) as a double in place and kept")
    if takes(0) {
      reader.rewind(to: mark)
      do {
        let int = try reader.int()
        require(int == kept.int, "\(kept) read as \(int)")
      } catch {
        require(kept.int == nil, "\(kept) not read as an integer: \(error)")
      }
    }
    if takes(1) {
      reader.rewind(to: mark)
      do {
        let double = try reader.double()
        require(double == kept.double, "\(kept) read as \(double)")
      } catch {
        require(error.kind == .numberOutOfRange && kept.double.isInfinite, "\(kept) not read as a double: \(error)")
      }
    }
    reader.rewind(to: mark)
    return try reader.number().number
  }

  private func string(_ reader: inout JSONReader) throws(JSONError) -> String {
    if takes(2), reader.consumeString(#""type""#) { return "type" }
    if takes(3) { return try reader.string() }
    let text = try reader.text()
    let string = text.string
    require(text.codePointCount == string.unicodeScalars.count, "\(text.codePointCount) code points in \(string)")
    return string
  }

  private func elements(_ reader: inout JSONReader) throws(JSONError) -> [JSONValue] {
    var elements: [JSONValue] = []
    var goesOn = try reader.openArray()
    while goesOn {
      elements.append(try value(&reader))
      goesOn = try reader.nextElement()
    }
    return elements
  }

  private func members(_ reader: inout JSONReader) throws(JSONError) -> JSONObject {
    let keys = JSONWalk.keys
    var object = JSONObject()
    var index =
      takes(4) ? try reader.openObject(of: keys) : try reader.openObject(predicting: #"{"a":"#, of: keys)
    while index != JSONKeys.end {
      let key = index == keys.count ? reader.unknownKey.string : JSONWalk.names[index]
      if object[key] != nil { try reader.repeatKey() }
      object[key] = try value(&reader)
      switch style >> 5 & 3 {
      case 0: index = try reader.nextKey(of: keys)
      case 1: index = try reader.closeObject(of: keys)
      case 2: index = try reader.nextKey(predicting: 1, as: #","b":"#, of: keys)
      default: index = try reader.nextKey(predicting: 1, as: #","b":"#, or: 2, as: #","type":"#, of: keys)
      }
    }
    return object
  }
}
