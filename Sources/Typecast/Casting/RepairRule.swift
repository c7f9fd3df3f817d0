/// A kind of repair; what it does to a text or a value, and what it costs.
///
/// Costs decide between readings: the cheaper one is taken. They grow with how much is guessed.
public struct RepairRule: Hashable, Sendable, RawRepresentable {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// What one repair of this kind costs.
  public var cost: Int { Self.costs[self] ?? 1 }

  /// Every rule there is, from those that look for the JSON to those that fill in what is missing.
  public static var all: [RepairRule] { Self.table.map(\.rule) }

  private static let costs = Dictionary(uniqueKeysWithValues: table.map { ($0.rule, $0.cost) })
}

extension RepairRule: CustomStringConvertible {
  public var description: String { rawValue }
}

// Finding the JSON in a text.
extension RepairRule {
  /// Text before or behind the JSON was left aside.
  public static let prose = RepairRule(rawValue: "prose")
  /// A part in which a model thinks was left aside.
  public static let thinking = RepairRule(rawValue: "thinking")
  /// The marks of a block of code were left aside.
  public static let fence = RepairRule(rawValue: "fence")
  /// The whole document was escaped once too often.
  public static let escapedDocument = RepairRule(rawValue: "escapedDocument")
  /// One of several values in the text was chosen.
  public static let choice = RepairRule(rawValue: "choice")
  /// Several values became the elements of an array.
  public static let severalValues = RepairRule(rawValue: "severalValues")
}

// Making a text JSON.
extension RepairRule {
  public static let byteOrderMark = RepairRule(rawValue: "byteOrderMark")
  public static let blank = RepairRule(rawValue: "blank")
  public static let comment = RepairRule(rawValue: "comment")
  public static let ellipsis = RepairRule(rawValue: "ellipsis")
  public static let call = RepairRule(rawValue: "call")
  public static let extraComma = RepairRule(rawValue: "extraComma")
  public static let missingComma = RepairRule(rawValue: "missingComma")
  public static let separator = RepairRule(rawValue: "separator")
  public static let missingColon = RepairRule(rawValue: "missingColon")
  public static let quotes = RepairRule(rawValue: "quotes")
  public static let bareText = RepairRule(rawValue: "bareText")
  public static let missingQuote = RepairRule(rawValue: "missingQuote")
  public static let innerQuote = RepairRule(rawValue: "innerQuote")
  public static let escape = RepairRule(rawValue: "escape")
  public static let controlCharacter = RepairRule(rawValue: "controlCharacter")
  public static let encoding = RepairRule(rawValue: "encoding")
  public static let concatenation = RepairRule(rawValue: "concatenation")
  public static let literal = RepairRule(rawValue: "literal")
  public static let number = RepairRule(rawValue: "number")
  public static let parentheses = RepairRule(rawValue: "parentheses")
  public static let missingStart = RepairRule(rawValue: "missingStart")
  public static let missingEnd = RepairRule(rawValue: "missingEnd")
  public static let extraEnd = RepairRule(rawValue: "extraEnd")
  public static let strayText = RepairRule(rawValue: "strayText")
  public static let missingValue = RepairRule(rawValue: "missingValue")
  public static let repeatedKey = RepairRule(rawValue: "repeatedKey")
}

// Making a value follow its schema.
extension RepairRule {
  public static let textToNumber = RepairRule(rawValue: "textToNumber")
  public static let numberToText = RepairRule(rawValue: "numberToText")
  public static let textToBoolean = RepairRule(rawValue: "textToBoolean")
  public static let numberToBoolean = RepairRule(rawValue: "numberToBoolean")
  public static let booleanToText = RepairRule(rawValue: "booleanToText")
  public static let textToNull = RepairRule(rawValue: "textToNull")
  public static let trimmedText = RepairRule(rawValue: "trimmedText")
  public static let dateForm = RepairRule(rawValue: "dateForm")
  public static let jsonInText = RepairRule(rawValue: "jsonInText")
  public static let jsonToText = RepairRule(rawValue: "jsonToText")
  public static let wholeText = RepairRule(rawValue: "wholeText")
  public static let alias = RepairRule(rawValue: "alias")
  public static let enumSpelling = RepairRule(rawValue: "enumSpelling")
  public static let enumNear = RepairRule(rawValue: "enumNear")
  public static let enumInText = RepairRule(rawValue: "enumInText")
  public static let wrapArray = RepairRule(rawValue: "wrapArray")
  public static let unwrapArray = RepairRule(rawValue: "unwrapArray")
  public static let unwrapObject = RepairRule(rawValue: "unwrapObject")
  public static let impliedObject = RepairRule(rawValue: "impliedObject")
  public static let keySpelling = RepairRule(rawValue: "keySpelling")
  public static let keyNear = RepairRule(rawValue: "keyNear")
  public static let extraKey = RepairRule(rawValue: "extraKey")
  public static let nullDropped = RepairRule(rawValue: "nullDropped")
  public static let nullAdded = RepairRule(rawValue: "nullAdded")
  static let ambiguous = RepairRule(rawValue: "ambiguous")
}

// Filling in and dropping, at the boldest level only.
extension RepairRule {
  public static let defaultValue = RepairRule(rawValue: "defaultValue")
  public static let inventedValue = RepairRule(rawValue: "inventedValue")
  public static let droppedMember = RepairRule(rawValue: "droppedMember")
  public static let droppedElement = RepairRule(rawValue: "droppedElement")
  public static let arrayToObject = RepairRule(rawValue: "arrayToObject")
}

extension RepairRule {
  private static let table: [(rule: RepairRule, cost: Int)] = [
    (.prose, 1), (.thinking, 0), (.fence, 0), (.escapedDocument, 2), (.choice, 5), (.severalValues, 5),
    (.byteOrderMark, 0), (.blank, 0), (.comment, 0), (.ellipsis, 3), (.call, 1), (.extraComma, 1), (.missingComma, 2),
    (.separator, 2), (.missingColon, 2), (.quotes, 1), (.bareText, 2), (.missingQuote, 4), (.innerQuote, 3),
    (.escape, 2), (.controlCharacter, 1), (.encoding, 3), (.concatenation, 1), (.literal, 1), (.number, 1),
    (.parentheses, 2), (.missingStart, 4), (.missingEnd, 6), (.extraEnd, 3), (.strayText, 8), (.missingValue, 8),
    (.repeatedKey, 5),
    (.textToNumber, 2), (.numberToText, 2), (.textToBoolean, 2), (.numberToBoolean, 3), (.booleanToText, 2),
    (.textToNull, 3), (.trimmedText, 1), (.dateForm, 3), (.jsonInText, 3), (.jsonToText, 8), (.wholeText, 4),
    (.alias, 1),
    (.enumSpelling, 2), (.enumNear, 6), (.enumInText, 8), (.wrapArray, 3), (.unwrapArray, 4), (.unwrapObject, 5),
    (.impliedObject, 5), (.keySpelling, 2), (.keyNear, 6), (.extraKey, 4), (.nullDropped, 2), (.nullAdded, 3),
    (.defaultValue, 100), (.inventedValue, 150), (.droppedMember, 100), (.droppedElement, 100), (.arrayToObject, 100),
  ]
}
