import TestSupport
import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

@Suite("Shapes in requests")
struct SentSchemaTests {
  @Test("Every request that asks for a shape, or offers tools, has its shapes found", arguments: RequestTarget.all)
  func goldens(target: RequestTarget) throws {
    for (asked, path) in target.goldens(of: try RequestCase.all()) {
      guard let body = try JSONValue(parsing: PackageRoot.bytes(of: path))["body"], asked.options.mode != nil else {
        continue
      }
      let sent = SentSchema.all(in: body["generateContentRequest"] ?? body)
      let tools = asked.request.tools.map(\.name) + (asked.options.mode == .tool ? ["Weather_report__v2_"] : [])
      #expect(sent.filter(\.isTool).map(\.name) == tools, "\(path)")
      #expect(sent.count { !$0.isTool } == (asked.options.mode == .native ? 1 : 0), "\(path)")
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
