import Foundation
import Testing
import TypecastJSON

@Suite("Nesting")
struct DepthTests {
  static func arrays(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
  }

  static func objects(_ depth: Int) -> String {
    String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
  }

  @Test("As deep as the limit is accepted, one more is refused at its bracket", arguments: [0, 1, 2, 511, 512, 4096])
  func keepsToTheLimit(limit: Int) throws {
    let options = JSONOptions(depthLimit: limit)
    #expect(throws: Never.self) { try JSONDocument("1", options: options) }
    for (text, width) in [(Self.arrays, 1), (Self.objects, 5)] {
      #expect(throws: Never.self) { try JSONDocument(text(limit), options: options) }
      let error = #expect(throws: JSONError.self) { try JSONDocument(text(limit + 1), options: options) }
      #expect(error?.kind == .tooDeep)
      #expect(error?.position.offset == limit * width)
    }
    // Siblings do not add up.
    let wide = "[" + [String](repeating: Self.arrays(max(limit - 1, 0)), count: 3).joined(separator: ",") + "]"
    if limit > 0 { #expect(throws: Never.self) { try JSONDocument(wide, options: options) } }
  }

  @Test(
    "The limit is 512 unless another is asked for, and never more than can be had",
    arguments: [
      (-1, 0), (0, 0), (5000, 4096), (Int.max, 4096), (Int.min, 0),
    ])
  func clamps(asked: Int, got: Int) {
    #expect(JSONOptions().depthLimit == 512)
    #expect(JSONOptions(depthLimit: asked).depthLimit == got)
    var options = JSONOptions()
    options.depthLimit = asked
    #expect(options.depthLimit == got)
  }

  @Test("A hundred thousand brackets are refused, not followed")
  func survivesBrackets() {
    for text in ["[", "{\"a\":", "[{\"a\":"] {
      let error = #expect(throws: JSONError.self) { try JSONDocument(String(repeating: text, count: 100_000)) }
      #expect(error?.kind == .tooDeep)
    }
  }

  @Test("Reading a document takes no stack to speak of")
  func readsOnASmallStack() async {
    let count = await onThread(stack: 128 * 1024) {
      try? JSONDocument(Self.objects(4096), options: JSONOptions(depthLimit: 4096)).root.count
    }
    #expect(count == 1)
  }

  @Test("Values of the greatest depth are made, compared, hashed, written and freed on a thread's usual stack")
  func valuesFitTheStack() async {
    for text in [Self.arrays(4096), Self.objects(4096)] {
      let result = await onThread(stack: 8 << 20) {
        let options = JSONOptions(depthLimit: 4096)
        guard let left = try? JSONValue(parsing: text, options: options),
          let right = try? JSONValue(parsing: text, options: options)
        else { return "not read" }
        guard left == right, left.hashValue == right.hashValue else { return "not equal" }
        return left.description
      }
      #expect(result == text)
    }
  }

  @Test("Values of the default depth do with half a megabyte", .enabled(if: !isDebugBuild))
  func defaultDepthFitsASmallStack() async {
    let text = Self.objects(512)
    let result = await onThread(stack: 512 * 1024) { (try? JSONValue(parsing: text))?.description }
    #expect(result == text)
  }

  private func onThread<Result: Sendable>(
    stack: Int, _ body: @escaping @Sendable () -> Result
  ) async -> Result {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: body()) }
      thread.stackSize = stack
      thread.start()
    }
  }
}

private let isDebugBuild: Bool = {
  var isDebug = false
  assert(
    {
      isDebug = true; return true
    }())
  return isDebug
}()
