import TestSupport
import Testing
import TypecastJSON

@testable import TypecastModels

@Suite("Shapes in requests")
struct SentSchemaTests {
  @Test("Every request that asks for a shape, or offers tools, has its shapes found")
  func goldens() throws {
    let files = PackageRoot.files(below: "Golden/requests", suffix: ".json")
    #expect(!files.isEmpty)
    for file in files {
      let request = try JSONValue(parsing: PackageRoot.bytes(of: file))
      let sent = SentSchema.all(in: request["body"] ?? request)
      let isNative = file.hasSuffix("-native.json")
      #expect(sent.contains { !$0.isTool } == isNative, "\(file)")
      if file.hasSuffix("-tool.json") { #expect(sent.contains { $0.isTool && $0.name != nil }, "\(file)") }
    }
  }

  @Test("A name is compared as requests write it")
  func names() {
    let sent = SentSchema(name: "billing_Order", schema: [:], isTool: false)
    #expect(sent.isCalled("billing_Order") && sent.isCalled("billing/Order") && !sent.isCalled("Order"))
    #expect(!SentSchema(name: nil, schema: [:], isTool: false).isCalled(""))
  }

  @Test("What is no shape is not taken for one")
  func others() {
    #expect(SentSchema.all(in: ["format": "json", "tools": [["type": "web_search"], 7], "text": .null]).isEmpty)
    #expect(SentSchema.all(in: []).isEmpty)
  }
}
