/// A kind of repair; what it does to a text or a value, and what it costs.
///
/// Costs decide between readings: the cheaper one is taken. They grow with how much is guessed.
public struct RepairRule: Hashable, Sendable, RawRepresentable {
  public let rawValue: String

  /// What one repair of this kind costs.
  public let cost: Int

  public init(rawValue: String) {
    self = Self.all.first { $0.rawValue == rawValue } ?? RepairRule(rawValue, cost: 1)
  }

  private init(_ rawValue: String, cost: Int) {
    self.rawValue = rawValue
    self.cost = cost
  }
}

extension RepairRule: CustomStringConvertible {
  public var description: String { rawValue }
}

// Finding the JSON in a text.
extension RepairRule {
  /// Text before or behind the JSON was left aside.
  public static let prose = RepairRule("prose", cost: 1)
  /// A part in which a model thinks was left aside.
  public static let thinking = RepairRule("thinking", cost: 0)
  /// The marks of a block of code were left aside.
  public static let fence = RepairRule("fence", cost: 0)
  /// The whole document was escaped once too often.
  public static let escapedDocument = RepairRule("escapedDocument", cost: 2)
  /// One of several values in the text was chosen.
  public static let choice = RepairRule("choice", cost: 5)
  /// Several values became the elements of an array.
  public static let severalValues = RepairRule("severalValues", cost: 5)
}

// Making a text JSON.
extension RepairRule {
  public static let byteOrderMark = RepairRule("byteOrderMark", cost: 0)
  public static let blank = RepairRule("blank", cost: 0)
  public static let comment = RepairRule("comment", cost: 0)
  public static let ellipsis = RepairRule("ellipsis", cost: 3)
  public static let call = RepairRule("call", cost: 1)
  public static let extraComma = RepairRule("extraComma", cost: 1)
  public static let missingComma = RepairRule("missingComma", cost: 2)
  public static let separator = RepairRule("separator", cost: 2)
  public static let missingColon = RepairRule("missingColon", cost: 2)
  public static let quotes = RepairRule("quotes", cost: 1)
  public static let bareText = RepairRule("bareText", cost: 2)
  public static let missingQuote = RepairRule("missingQuote", cost: 4)
  public static let innerQuote = RepairRule("innerQuote", cost: 3)
  public static let escape = RepairRule("escape", cost: 2)
  public static let controlCharacter = RepairRule("controlCharacter", cost: 1)
  public static let encoding = RepairRule("encoding", cost: 3)
  public static let concatenation = RepairRule("concatenation", cost: 1)
  public static let literal = RepairRule("literal", cost: 1)
  public static let number = RepairRule("number", cost: 1)
  public static let parentheses = RepairRule("parentheses", cost: 2)
  public static let missingStart = RepairRule("missingStart", cost: 4)
  public static let missingEnd = RepairRule("missingEnd", cost: 6)
  public static let extraEnd = RepairRule("extraEnd", cost: 3)
  public static let strayText = RepairRule("strayText", cost: 8)
  public static let missingValue = RepairRule("missingValue", cost: 8)
  public static let repeatedKey = RepairRule("repeatedKey", cost: 5)
}

// Making a value follow its schema.
extension RepairRule {
  public static let textToNumber = RepairRule("textToNumber", cost: 2)
  public static let numberToText = RepairRule("numberToText", cost: 2)
  public static let textToBoolean = RepairRule("textToBoolean", cost: 2)
  public static let numberToBoolean = RepairRule("numberToBoolean", cost: 3)
  public static let booleanToText = RepairRule("booleanToText", cost: 2)
  public static let textToNull = RepairRule("textToNull", cost: 3)
  public static let trimmedText = RepairRule("trimmedText", cost: 1)
  public static let dateForm = RepairRule("dateForm", cost: 3)
  public static let jsonInText = RepairRule("jsonInText", cost: 3)
  public static let jsonToText = RepairRule("jsonToText", cost: 8)
  public static let wholeText = RepairRule("wholeText", cost: 4)
  public static let alias = RepairRule("alias", cost: 1)
  public static let enumSpelling = RepairRule("enumSpelling", cost: 2)
  public static let enumNear = RepairRule("enumNear", cost: 6)
  public static let enumInText = RepairRule("enumInText", cost: 8)
  public static let wrapArray = RepairRule("wrapArray", cost: 3)
  public static let unwrapArray = RepairRule("unwrapArray", cost: 4)
  public static let unwrapObject = RepairRule("unwrapObject", cost: 5)
  public static let impliedObject = RepairRule("impliedObject", cost: 5)
  public static let keySpelling = RepairRule("keySpelling", cost: 2)
  public static let keyNear = RepairRule("keyNear", cost: 6)
  public static let extraKey = RepairRule("extraKey", cost: 4)
  public static let nullDropped = RepairRule("nullDropped", cost: 2)
  public static let nullAdded = RepairRule("nullAdded", cost: 3)
  static let ambiguous = RepairRule("ambiguous", cost: 1)
}

// Filling in and dropping, at the boldest level only.
extension RepairRule {
  public static let defaultValue = RepairRule("defaultValue", cost: 100)
  public static let inventedValue = RepairRule("inventedValue", cost: 150)
  public static let droppedMember = RepairRule("droppedMember", cost: 100)
  public static let droppedElement = RepairRule("droppedElement", cost: 100)
  public static let arrayToObject = RepairRule("arrayToObject", cost: 100)
}

extension RepairRule {
  /// Every rule there is, from those that look for the JSON to those that fill in what is missing.
  public static let all: [RepairRule] = [
    .prose, .thinking, .fence, .escapedDocument, .choice, .severalValues, .byteOrderMark, .blank, .comment, .ellipsis,
    .call, .extraComma, .missingComma, .separator, .missingColon, .quotes, .bareText, .missingQuote, .innerQuote,
    .escape, .controlCharacter, .encoding, .concatenation, .literal, .number, .parentheses, .missingStart,
    .missingEnd, .extraEnd, .strayText, .missingValue, .repeatedKey, .textToNumber, .numberToText, .textToBoolean,
    .numberToBoolean, .booleanToText, .textToNull, .trimmedText, .dateForm, .jsonInText, .jsonToText, .wholeText,
    .alias, .enumSpelling, .enumNear, .enumInText, .wrapArray, .unwrapArray, .unwrapObject, .impliedObject,
    .keySpelling, .keyNear, .extraKey, .nullDropped, .nullAdded, .defaultValue, .inventedValue, .droppedMember,
    .droppedElement, .arrayToObject,
  ]
}
