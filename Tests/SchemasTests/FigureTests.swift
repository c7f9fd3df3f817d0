import Schemas
import Testing
import Typecast
import TypecastModels
import TypecastTesting

@Suite("Figures that models draw")
struct FigureTests {
  private static func draw(_ text: String, with model: String) async throws -> Reply<Figure> {
    try await FigureClient(RemoteModel(model)).draw(FigureDrawInput(text: text))
  }

  // MARK: A house

  private static func house() async throws -> Reply<Figure> { try await draw("A house.", with: "openai:gpt-5-mini") }

  @Test("The cassette of a group is what the client makes of its answer")
  func groupWritten() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/openai/figure-house.xml",
      note: "A strict mode whose outermost value has to be an object: the shape comes as its member.",
      .chat(
        """
        {"value":{"kind":"group","name":"house","shapes":[\
        {"kind":"rectangle","corner":{"x":20,"y":45},"width":60,"height":45,"fill":"#d9b382"},\
        {"kind":"polygon","points":[{"x":12,"y":45},{"x":50,"y":12},{"x":88,"y":45}],"fill":"#a03020"},\
        {"kind":"group","name":"door","shapes":[\
        {"kind":"rectangle","corner":{"x":42,"y":62},"width":16,"height":28,"fill":null},\
        {"kind":"circle","center":{"x":55,"y":77},"radius":1.5,"fill":"#ffcc00"}]}]}}
        """, from: "gpt-5-mini-2025-08-07")
    ) { _ = try await Self.house() }
  }

  @Test("A group holds shapes and groups", .cassette("openai/figure-house"))
  func group() async throws {
    guard case .group(let house) = try await Self.house().value, let shapes = house.shapes, shapes.count == 3 else {
      Issue.record("there is no group of three")
      return
    }
    #expect(house.name == "house")
    guard case .rectangle(let wall) = shapes[0], case .polygon(let roof) = shapes[1], case .group(let door) = shapes[2]
    else {
      Issue.record("\(shapes)")
      return
    }
    #expect((wall.corner.x, wall.corner.y, wall.width, wall.height) == (20, 45, 60, 45))
    #expect(wall.fill == "#d9b382")
    #expect(roof.points.map(\.x) == [12, 50, 88])
    #expect(roof.points.map(\.y) == [45, 12, 45])
    #expect(door.name == "door")
    guard case .rectangle(let leaf)? = door.shapes?.first, case .circle(let knob)? = door.shapes?.last else {
      Issue.record("\(door)")
      return
    }
    #expect(leaf.fill == nil)
    #expect((knob.center.x, knob.center.y, knob.radius) == (55, 77, 1.5))
  }

  // MARK: A star

  private static func star() async throws -> Reply<Figure> { try await draw("A star.", with: "ollama:llama3.2") }

  @Test("The cassette of a shape that does not exist is what the client makes of its answers")
  func starWritten() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/ollama/figure-star.xml",
      note: "A model that makes up a kind of shape, and is told those that there are.",
      .ollama(##"{"kind": "star", "center": {"x": 50, "y": 50}, "radius": 40, "fill": "#ffcc00"}"##),
      .ollama(
        """
        {"kind": "triangle", "points": [{"x": 50, "y": 10}, {"x": 62, "y": 40}, {"x": 90, "y": 42}, {"x": 68, "y": 60}, \
        {"x": 76, "y": 90}, {"x": 50, "y": 72}, {"x": 24, "y": 90}, {"x": 32, "y": 60}, {"x": 10, "y": 42}, \
        {"x": 38, "y": 40}], "fill": "#FFCC00"}
        """)
    ) { _ = try await Self.star() }
  }

  @Test("A kind that does not exist is asked for again", .cassette("ollama/figure-star"))
  func polygon() async throws {
    let reply = try await Self.star()
    #expect(reply.attempts.count == 2)
    #expect(reply.attempts.first?.problem?.problems.map(\.pointer.description) == ["/kind"])
    #expect(reply.repairs.map { "\($0.rule) \($0.pointer)" } == ["alias /kind"])
    guard case .polygon(let star) = reply.value else {
      Issue.record("\(reply.value)")
      return
    }
    #expect(star.points.count == 10)
    #expect(star.fill == "#FFCC00")
  }

  // MARK: A word

  private static func word() async throws -> Reply<Figure> {
    try await draw("The word EXIT.", with: "anthropic:claude-sonnet-4-5")
  }

  @Test("The cassette of a word is what the client makes of its answer")
  func wordWritten() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/anthropic/figure-word.xml",
      note: "A tag with other capitals than the schema, as Anthropic's may have.",
      .anthropic(##"{"kind":"Label","at":{"x":50,"y":50},"text":"EXIT","fill":"#00aa44"}"##)
    ) { _ = try await Self.word() }
  }

  @Test("A tag with other capitals tells the shape", .cassette("anthropic/figure-word"))
  func label() async throws {
    guard case .label(let label) = try await Self.word().value else {
      Issue.record("there is no label")
      return
    }
    #expect((label.at.x, label.at.y, label.text, label.fill) == (50, 50, "EXIT", "#00aa44"))
  }
}
