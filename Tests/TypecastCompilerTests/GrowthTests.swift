import Foundation
import TestSupport
import Testing
import TypecastCompiler

@Suite("Swift does not grow beyond measure")
struct GrowthTests {
  private func swift(_ schema: String) throws -> String {
    let compilation = SchemaCompilation([.init(path: "A.schema.json", name: "A", bytes: Array(schema.utf8))])
    return try #require(compilation.sources.first, "\(compilation.diagnostics)")
  }

  private func list(_ range: Range<Int>, _ text: (Int) -> String) -> String {
    "[" + range.map(text).joined(separator: ",") + "]"
  }

  @Test("Choices within choices are not multiplied for ever")
  func products() throws {
    let choices = list(0..<8) { choice in
      let branches = list(0..<8) {
        #"{"properties":{"p\#(choice)_\#($0)":{"type":"string"}},"required":["p\#(choice)_\#($0)"]}"#
      }
      return #"{"anyOf":\#(branches)}"#
    }
    #expect(try swift(#"{"type":"object","allOf":\#(choices)}"#).utf8.count < 2_000_000)
  }

  @Test("Alternatives that share alternatives are looked at once")
  func sharing() throws {
    let levels = 40
    let definitions = (0..<levels).map { level in
      let next = level == levels - 1 ? #"{"maxLength":3}"# : ##"{"$ref":"#/$defs/d\##(level + 1)"}"##
      return #""d\#(level)":{"anyOf":[\#(next),{"allOf":[\#(next)]}]}"#
    }
    #expect(
      try swift(##"{"$ref":"#/$defs/d0","$defs":{\##(definitions.joined(separator: ","))}}"##).utf8.count < 500_000)
  }

  @Test("A reference to a meta-schema, in which every reference is dynamic")
  func dynamic() throws {
    #expect(try swift(#"{"$ref":"https://json-schema.org/draft/2020-12/schema"}"#).utf8.count < 500_000)
  }

  @Test("What is nested deeply is divided among types")
  func depth() throws {
    let levels = 150
    for kind in ["items", "additionalProperties"] {
      let type = kind == "items" ? "array" : "object"
      let schema = String(repeating: #"{"type":"\#(type)","\#(kind)":"#, count: levels) + #"{"type":"string"}"#
      let text = try swift(schema + String(repeating: "}", count: levels))
      #expect(text.utf8.count < 500_000)
      for line in text.split(separator: "\n") where !line.contains("static let source") {
        #expect(line.components(separatedBy: " in try ").count < 8 && line.components(separatedBy: "[[").count < 8)
        #expect(line.prefix { $0 == " " }.count < 40)
      }
    }
  }

  @Test("Many types that would share a name get names of their own")
  func names() throws {
    let properties = (0..<500).map { #""p\#($0)":{"type":"object","properties":{"a":{"enum":["x","y\#($0)"]}}}"# }
    let text = try swift(#"{"type":"object","properties":{\#(properties.joined(separator: ","))}}"#)
    #expect(text.contains("enum P0A:") && text.contains("enum P1A:") && text.contains("enum P499A:"))
  }

  @Test("Definitions that lead from one to the next by the thousand")
  func chains() throws {
    let count = Effort.scaled(3_000, by: 3)
    let definitions = (0..<count).map {
      ##""d\##($0)":{"type":"object","properties":{"a":{"$ref":"#/$defs/d\##($0 + 1)"}}}"##
    }
    let text = try swift(
      ##"{"$ref":"#/$defs/d0","$defs":{\##(definitions.joined(separator: ",")),"d\##(count)":{"type":"string"}}}"##)
    #expect(text.contains("struct D\(count - 1)"))
  }

  @Test("A thousand schemas that apply together are not asked about each other's members")
  func conjunctions() throws {
    let clock = ContinuousClock()
    func duration(_ count: Int) throws -> Duration {
      let parts = list(0..<count) { #"{"type":"object","properties":{"p\#($0)":{"type":"string"}}}"# }
      return try clock.measure { _ = try swift(#"{"allOf":\#(parts)}"#) }
    }
    // What runs beside this only makes it longer, so that the least counts.
    let rounds = try (0..<3).map { _ in (few: try duration(250), many: try duration(1_000)) }
    let (few, many) = (rounds.map(\.few).min() ?? .zero, rounds.map(\.many).min() ?? .zero)
    // Four times as many, and not sixteen times as long.
    #expect(many < few * 10, "\(few), \(many)")
  }

  @Test("Wide objects are read by a function of their own, narrow ones where they are made")
  func width() throws {
    func object(_ count: Int) throws -> String {
      let properties = (0..<count).map { #""p\#($0)":{"type":"string"}"# }.joined(separator: ",")
      return try swift(#"{"type":"object","required":["p1"],"properties":{\#(properties)}}"#)
    }
    let (narrow, wide) = (try object(24), try object(25))
    #expect(!narrow.contains("_Values") && narrow.contains("var value1: Swift::String?\n"))
    #expect(wide.contains("case 24: values.value24 = try reader.string()"))
    #expect(wide.contains("self.p1 = values.value1!\n") && wide.contains("self.p2 = values.value2\n"))
    _ = try SwiftParser.trees(of: [wide])
  }
}
