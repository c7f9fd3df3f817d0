import Testing
import TypecastJSON

@testable import TypecastSchema

/// Numbers at and beyond the ends of what computers count with, as limits of all sorts.
@Suite("Extreme limits in projections, sketches and instances")
struct ExtremeLimitsTests {
  private static let numbers = [
    "-9223372036854775809", "-9223372036854775808", "-9223372036854775807", "9223372036854775806",
    "9223372036854775807",
    "9223372036854775808", "18446744073709551615", "18446744073709551616", "-9007199254740992", "9007199254740992",
    "-9007199254740991", "9007199254740991", "1e400", "-1e400", "1e-400", "-1e-400", "-0", "-0.5",
    "-9223372036854775808.5", "1e999999999999999999999", "123456789012345678901234567890.5",
  ]

  @Test("Limits of numbers", arguments: ["integer", "number"])
  func numbers(type: String) throws {
    for keyword in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] {
      for number in Self.numbers { try useEverywhere("{\"type\": \"\(type)\", \"\(keyword)\": \(number)}") }
    }
    for number in Self.numbers {
      try useEverywhere("{\"type\": \"\(type)\", \"minimum\": \(number), \"maximum\": \(number)}")
      try useEverywhere("{\"type\": \"\(type)\", \"exclusiveMinimum\": \(number), \"exclusiveMaximum\": \(number)}")
      if !number.hasPrefix("-") { try useEverywhere("{\"type\": \"\(type)\", \"multipleOf\": \(number)}") }
    }
  }

  @Test("Limits of counts")
  func counts() throws {
    for (type, name) in [("string", "Length"), ("array", "Items"), ("object", "Properties")] {
      for number in ["0", "1", "9223372036854775806", "9223372036854775807", "9223372036854775808", "1e30", "1e400"] {
        try useEverywhere("{\"type\": \"\(type)\", \"min\(name)\": \(number)}")
        try useEverywhere("{\"type\": \"\(type)\", \"max\(name)\": \(number)}")
        try useEverywhere("{\"type\": \"\(type)\", \"min\(name)\": \(number), \"max\(name)\": \(number)}")
      }
    }
    for number in ["9223372036854775807", "9223372036854775808", "1e400"] {
      try useEverywhere("{\"contains\": {\"type\": \"null\"}, \"minContains\": \(number)}")
      try useEverywhere("{\"contains\": {\"type\": \"null\"}, \"maxContains\": \(number)}")
      try useEverywhere("{\"type\": \"array\", \"prefixItems\": [{\"type\": \"null\"}], \"maxItems\": \(number)}")
    }
  }

  @Test("Limits of integers are sent as whole numbers that let everything valid through")
  func integers() throws {
    func limit(_ keyword: String, _ number: String) throws -> JSONValue? {
      let schema = try project("{\"type\": \"integer\", \"\(keyword)\": \(number)}", to: .ollama).schema
      return schema["minimum"] ?? schema["maximum"]
    }
    #expect(try limit("minimum", "-9223372036854775808") == nil)
    #expect(try limit("exclusiveMaximum", "-9223372036854775808") == nil)
    #expect(try limit("minimum", "-9007199254740991") == -9_007_199_254_740_991)
    #expect(try limit("exclusiveMaximum", "-9007199254740991") == -9_007_199_254_740_992)
    #expect(try limit("maximum", "-0.5") == -1)
    #expect(try limit("minimum", "-0.5") == 0)
  }

  private func useEverywhere(_ text: String) throws {
    let schema = try CompiledSchema(parsing: text)
    let projector = Projector(schema)
    for dialect in Dialect.all {
      let projection = projector.projection(to: dialect)
      #expect(projection.schema.object != nil, "\(text), \(dialect)")
    }
    #expect(!SchemaSketch.text(of: schema).isEmpty, "\(text)")
    for seed in 0..<2 {
      var generator = InstanceGenerator(schema, seed: UInt64(seed), flavour: seed == 0 ? .minimal : .wild)
      if let value = generator.valid() { #expect(try isValid(value, schema), "\(text)") }
      if let broken = generator.invalid() { #expect(try !isValid(broken.value, schema), "\(text)") }
    }
  }
}
