import Foundation
import Testing
import TypecastCompiler
import TypecastJSON

@Suite("No text of a schema leaves its literal or comment")
struct HostileTextTests {
  private static let texts = [
    "\r", "\n", "\u{0}", "\u{2028}x", "\u{2029}", "\u{B}\u{C}\u{85}", "\"", "\"\"\"", "\"\"\"#", "\"#", "*/", "/*",
    "/* */",
    "//", "\\", "\\(", "\\(fatalError())", "\\u{41}", "\\\"", "\u{202E}abc", "\u{2066}\u{200F}", "\u{1F600}",
    "\u{1F468}\u{200D}\u{1F469}", "e\u{301}", "\u{FEFF}", "`", "``", "$0", "#if true", "#sourceLocation()", "class",
    "init", "self", "func", "import Foundation", "} }", "{", "}; struct Evil {}", "\r\nstruct Evil {}", "\n/// Evil",
    "\u{E000}", "\u{FFFF}", "; let evil = 1", "<#evil#>", "@main", "\t", "'", "\u{7F}",
    noncharacters,
  ]

  /// All of them in one text: Swift takes some as escapes only, others only as they are.
  private static let noncharacters = String(
    String.UnicodeScalarView(
      (UInt32(0xFDD0)...0xFDEF).compactMap(Unicode.Scalar.init)
        + (UInt32(0)...16).flatMap { plane in [0xFFFE, 0xFFFF].compactMap { Unicode.Scalar(plane << 16 | $0) } }))

  /// A schema that has a text wherever schemas have text.
  private static func schema(_ text: String) -> JSONValue {
    let pattern = text.unicodeScalars.map { #"^$\.*+?()[]{}|/"#.unicodeScalars.contains($0) ? "\\\($0)" : "\($0)" }
    return [
      "title": .string(text), "description": .string("\(text)\n\(text) "), "$comment": .string(text), "type": "object",
      "properties": .object(
        object([
          (text, ["title": .string(text), "type": "string", "default": .string(text), "const": .string(text)]),
          (
            text + "x",
            [
              "enum": [.string(text), .string("y" + text)], "default": .string("y" + text),
              "x-swift-name": .string(text),
            ]
          ),
          (text + "z", ["type": "string", "pattern": .string(pattern.joined()), "not": ["const": .string(text)]]),
          ("mixed", ["enum": [.string(text), 1, .object(object([(text, .array([.string(text)]))]))]]),
          (
            "union",
            [
              "description": .string(text),
              "oneOf": [
                .object(union(text, tag: text)), .object(union(text, tag: text + "b")),
                ["title": .string(text), "type": "string"],
              ],
            ]
          ),
        ])),
      "required": [.string(text)], "additionalProperties": ["$ref": .string("#/$defs/d")],
      "$defs": .object(
        object([
          (text, ["type": "object", "properties": ["a": ["type": "integer"]], "title": .string(text)]),
          ("d", ["type": "array", "description": .string(text)]),
        ])), .init(text): .string(text),
    ]
  }

  private static func union(_ text: String, tag: String) -> JSONObject {
    object([
      ("title", .string(text)), ("type", "object"),
      ("properties", .object(object([(text, ["const": .string(tag)])]))), ("required", [.string(text)]),
    ])
  }

  private static func object(_ members: [(String, JSONValue)]) -> JSONObject {
    var object = JSONObject()
    for (key, value) in members { object[key] = value }
    return object
  }

  private static func swift(_ text: String) throws -> String {
    let compilation = SchemaCompilation(
      [
        .init(
          path: "\(text.filter { $0 != "/" }).schema.json", name: text, bytes: JSONWriter().bytes(of: schema(text)))
      ], module: "Module")
    return try #require(compilation.sources.first, "\(text.debugDescription): \(compilation.diagnostics)")
  }

  /// What the compiler's own parser sees in the types of a harmless text, and of each other. Made once, since it takes seconds.
  private static let trees = Result { try SwiftParser.trees(of: (["harmless"] + texts).map(swift)) }

  @Test("The compiler's own parser sees the same declarations and expressions whatever the text")
  func skeleton() throws {
    let trees = try Self.trees.get()
    let expected = SwiftParser.skeleton(of: trees[0])
    #expect(expected.count > 300)
    for (text, tree) in zip(Self.texts, trees.dropFirst()) {
      let found = SwiftParser.skeleton(of: tree)
      let place = zip(expected, found).enumerated().first { $1.0 != $1.1 }
      #expect(
        found.count == expected.count && place == nil, "\(text.debugDescription) differs: \(String(describing: place))")
    }
  }

  @Test("Every declared name is made of letters, digits and low lines")
  func names() throws {
    for (text, tree) in zip(Self.texts, try Self.trees.get().dropFirst()) {
      let names = SwiftParser.names(in: tree)
      #expect(names.count > 40)
      for name in names {
        let isPlain = name.unicodeScalars.allSatisfy {
          $0 == "_" || $0.properties.isXIDContinue && $0.properties.generalCategory != .nonspacingMark
        }
        #expect(isPlain, "\(text.debugDescription) declares \(name.debugDescription)")
      }
    }
  }

  @Test("What is written has no control character and no mark of direction", arguments: texts)
  func characters(text: String) throws {
    for scalar in try Self.swift(text).unicodeScalars where scalar != "\n" && !(0xFDD0...0xFDEF).contains(scalar.value)
    {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
        Issue.record("U+\(String(scalar.value, radix: 16)) is written as it is")
      default: break
      }
    }
  }
}
