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
  /// A byte-order mark before the text was left out.
  public static let byteOrderMark = RepairRule("byteOrderMark", cost: 0)
  /// Another kind of blank, such as a no-break space, became a space.
  public static let blank = RepairRule("blank", cost: 0)
  /// A comment was left out.
  public static let comment = RepairRule("comment", cost: 0)
  /// Dots that stand for more of the same were left out.
  public static let ellipsis = RepairRule("ellipsis", cost: 3)
  /// A call around a value was left out: `Date("2024-02-03")`.
  public static let call = RepairRule("call", cost: 1)
  /// A comma too many was left out.
  public static let extraComma = RepairRule("extraComma", cost: 1)
  /// A comma between two members or elements was put in.
  public static let missingComma = RepairRule("missingComma", cost: 2)
  /// Another sign, such as `;` or `=`, became a comma or a colon.
  public static let separator = RepairRule("separator", cost: 2)
  /// A colon behind a key was put in.
  public static let missingColon = RepairRule("missingColon", cost: 2)
  /// Marks of another kind, or several of them, became quotes.
  public static let quotes = RepairRule("quotes", cost: 1)
  /// A text or key without quotes was put into quotes.
  public static let bareText = RepairRule("bareText", cost: 2)
  /// The quote that closes a text was put in.
  public static let missingQuote = RepairRule("missingQuote", cost: 4)
  /// A quote inside of a text was escaped.
  public static let innerQuote = RepairRule("innerQuote", cost: 3)
  /// A backslash that escapes nothing was escaped or left out.
  public static let escape = RepairRule("escape", cost: 2)
  /// A control character was escaped, or became a space between values.
  public static let controlCharacter = RepairRule("controlCharacter", cost: 1)
  /// A byte that is not UTF-8 became U+FFFD.
  public static let encoding = RepairRule("encoding", cost: 3)
  /// Texts that are added up with `+` were joined.
  public static let concatenation = RepairRule("concatenation", cost: 1)
  /// A literal in another spelling, such as `True`, or one cut off, was written as JSON has it.
  public static let literal = RepairRule("literal", cost: 1)
  /// A number in another notation, such as `.5` or `1_000`, was written as JSON has it.
  public static let number = RepairRule("number", cost: 1)
  /// Parentheses or braces around elements became brackets.
  public static let parentheses = RepairRule("parentheses", cost: 2)
  /// The brace that opens an object was put in.
  public static let missingStart = RepairRule("missingStart", cost: 4)
  /// An array or object that was left open was closed.
  public static let missingEnd = RepairRule("missingEnd", cost: 6)
  /// An end that closes nothing was left out.
  public static let extraEnd = RepairRule("extraEnd", cost: 3)
  /// A word or a sign that belongs to no key and no value was left out.
  public static let strayText = RepairRule("strayText", cost: 8)
  /// A key without a value got null.
  public static let missingValue = RepairRule("missingValue", cost: 8)
  /// Of several members with one key the last was kept.
  public static let repeatedKey = RepairRule("repeatedKey", cost: 5)
}

// Making a value follow its schema.
extension RepairRule {
  /// A text became the number that it holds.
  public static let textToNumber = RepairRule("textToNumber", cost: 2)
  /// A number became its text.
  public static let numberToText = RepairRule("numberToText", cost: 2)
  /// A text such as `yes` became a boolean.
  public static let textToBoolean = RepairRule("textToBoolean", cost: 2)
  /// The number 0 or 1 became a boolean.
  public static let numberToBoolean = RepairRule("numberToBoolean", cost: 3)
  /// A boolean became its text.
  public static let booleanToText = RepairRule("booleanToText", cost: 2)
  /// A text such as `none` became null.
  public static let textToNull = RepairRule("textToNull", cost: 3)
  /// Blanks around a text were left out.
  public static let trimmedText = RepairRule("trimmedText", cost: 1)
  /// A date in another notation was written as the format has it, where it can mean one day only.
  public static let dateForm = RepairRule("dateForm", cost: 3)
  /// A text that holds JSON became the value of that.
  public static let jsonInText = RepairRule("jsonInText", cost: 3)
  /// An array or object became its text as JSON.
  public static let jsonToText = RepairRule("jsonToText", cost: 8)
  /// The whole answer was taken as a text, without any JSON in it.
  public static let wholeText = RepairRule("wholeText", cost: 4)
  /// A key or value in one of the spellings that `x-aliases` names became the one of the schema.
  public static let alias = RepairRule("alias", cost: 1)
  /// A value of an `enum` in another spelling, such as capitals or hyphens, was taken for it.
  public static let enumSpelling = RepairRule("enumSpelling", cost: 2)
  /// A slightly misspelt value of an `enum` was taken for it.
  public static let enumNear = RepairRule("enumNear", cost: 6)
  /// The one value of an `enum` that a sentence names was taken.
  public static let enumInText = RepairRule("enumInText", cost: 8)
  /// A value became an array with one element.
  public static let wrapArray = RepairRule("wrapArray", cost: 3)
  /// Of an array the one element that fits was taken.
  public static let unwrapArray = RepairRule("unwrapArray", cost: 4)
  /// An object around a value was left out.
  public static let unwrapObject = RepairRule("unwrapObject", cost: 5)
  /// A value became the one member of an object that it fits.
  public static let impliedObject = RepairRule("impliedObject", cost: 5)
  /// A key in another spelling, such as capitals or hyphens, was taken for the one of the schema.
  public static let keySpelling = RepairRule("keySpelling", cost: 2)
  /// A slightly misspelt key was taken for the one of the schema.
  public static let keyNear = RepairRule("keyNear", cost: 6)
  /// A member that the schema does not allow was left out.
  public static let extraKey = RepairRule("extraKey", cost: 4)
  /// A member that is null and may be missing was left out.
  public static let nullDropped = RepairRule("nullDropped", cost: 2)
  /// A member that is missing and may be null became null.
  public static let nullAdded = RepairRule("nullAdded", cost: 3)
  static let ambiguous = RepairRule("ambiguous", cost: 1)
}

// Filling in and dropping, at the boldest level only.
extension RepairRule {
  /// A required member that is missing got the default of its schema.
  public static let defaultValue = RepairRule("defaultValue", cost: 100)
  /// A required member that is missing got a value that was made up.
  public static let inventedValue = RepairRule("inventedValue", cost: 150)
  /// A member that could not be made valid was left out.
  public static let droppedMember = RepairRule("droppedMember", cost: 100)
  /// An element that could not be made valid was left out.
  public static let droppedElement = RepairRule("droppedElement", cost: 100)
  /// An array became an object, element by member in their order.
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
