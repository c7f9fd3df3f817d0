import TypecastJSON

/// Names for the cases of an enum, each once.
struct CaseNames {
  let names: [String]

  /// Names that are something else in every enum that the compiler makes.
  private static let reserved: Set<String> = [
    "allCases", "definition", "init", "keys", "none", "parts", "rawValue", "schema", "self", "some", "source", "tagKey",
    "tags", "texts", "Type", "Self", "values", "hashValue", "json", "jsonBytes", "isSame",
  ]

  /// - Parameter chosen: The names that schemas choose for cases.
  init(hints: [[String]], chosen: [String?] = []) {
    var pool = NamePool(reserved: Self.reserved)
    names = hints.enumerated().map { index, hint in
      let own = index < chosen.count ? chosen[index].map(SwiftName.member(chosen:)) : nil
      let name = own ?? SwiftName.member(hint.flatMap(SwiftName.words)) ?? "value\(index + 1)"
      // Rules have numbers behind their names.
      let isRule = name.hasPrefix("rule") && name.dropFirst(4).utf8.allSatisfy { (0x30...0x39).contains($0) }
      return pool.take(isRule ? [name + "Value"] : [name, name + "Value"])
    }
  }

  init(texts: [ScalarText]) {
    self.init(hints: texts.map { [$0.string.isEmpty ? "empty" : $0.string] })
  }

  init(constants: [JSONValue]) {
    self.init(
      hints: constants.enumerated().map { index, value in
        switch value {
        case .string(let text): [text.isEmpty ? "empty" : text]
        case .number(let number):
          ["number", number.text.replacing("-", with: "minus ").replacing(".", with: " point ")]
        case .bool(let bool): [bool ? "true" : "false"]
        case .null: ["null"]
        case .array, .object: ["value\(index + 1)"]
        }
      })
  }
}

extension String {
  /// The text with every occurrence of one character replaced.
  fileprivate func replacing(_ character: Character, with replacement: String) -> String {
    map { $0 == character ? replacement : String($0) }.joined()
  }
}
