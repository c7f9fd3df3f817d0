import Testing

@testable import TypecastSchema

@Suite("Unicode properties come from the tables")
struct PatternUnicodeTests {
  private func set(_ expression: String) -> ScalarSet? { PatternUnicode.set(Array(expression.utf8)[...]) }

  private func count(_ set: ScalarSet) -> Int { set.ranges.reduce(0) { $0 + Int($1.last - $1.first) + 1 } }

  static let names = [
    "Lu", "Uppercase_Letter", "gc=Lu", "General_Category=Uppercase_Letter", "digit", "punct", "cntrl", "Combining_Mark",
    "LC", "C", "Any", "ASCII", "Assigned", "sc=Zzzz", "Script=Latin", "scx=Qaac", "Script_Extensions=Inherited",
    "Alpha",
    "XID_Start", "Emoji_Presentation", "RI", "space",
  ]

  @Test("A property is known by each of its names", arguments: names)
  func known(name: String) {
    #expect(set(name).map { !$0.isEmpty } == true)
  }

  static let strangers = [
    "", "=", "lu", "UPPERCASE_LETTER", "Latin", "gc=Latin", "sc=Lu", "sc=", "gc=", "Is_L", "L ", " L", "Lu,",
    "Lu,Uppercase_Letter",
    "Script", "InBasicLatin", "RGI_Emoji", "Any=Any", "ASCII_Hex_Digit=Yes", "\u{0}",
  ]

  @Test("Other names are unknown", arguments: strangers)
  func unknown(name: String) {
    #expect(set(name) == nil)
  }

  @Test("The general categories divide the code points")
  func partition() throws {
    let categories = "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co Cn"
    let sets = try categories.split(separator: " ").map { try #require(set(String($0))) }
    #expect(sets.reduce(0) { $0 + count($1) } == 0x110000)
    #expect(sets.reduce(ScalarSet()) { $0.union($1) } == .all)
    #expect(set("Assigned") == set("Cn")?.inverted)
    #expect(set("Cs") == ScalarSet(0xD800, 0xDFFF))
    #expect(set("Zl") == ScalarSet(scalar: 0x2028))
  }

  @Test("Where the standard library has the same version of Unicode, it agrees on letters")
  func standardLibrary() throws {
    let letters = try #require(set("L"))
    let alphabetic = try #require(set("Alphabetic"))
    var assigned = 0
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .unassigned else { continue }
      assigned += 1
      let isLetter: Bool =
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
      guard letters.contains(value) == isLetter, alphabetic.contains(value) == scalar.properties.isAlphabetic else {
        // A later version may only reclassify a handful.
        #expect(value > 0x7F, "U+\(String(value, radix: 16))")
        continue
      }
    }
    #expect(assigned > 140_000)
    #expect(count(letters) > 130_000)
  }

  @Test("Script extensions add to and take from scripts")
  func scriptExtensions() throws {
    let script = try #require(set("sc=Common"))
    let extensions = try #require(set("scx=Common"))
    #expect(script.contains(0x3001) && !extensions.contains(0x3001))
    #expect(set("scx=Hira")?.contains(0x3001) == true)
    #expect(set("sc=Hira")?.contains(0x3001) == false)
  }
}
