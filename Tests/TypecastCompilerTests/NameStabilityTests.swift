import TestSupport
import Testing
import TypecastCompiler
import TypecastJSON

@Suite("A file that is added renames nothing")
struct NameStabilityTests {
  /// A folder of schemas, by their paths.
  private typealias Folder = [String: String]

  private static func compile(_ folder: Folder) -> SchemaCompilation {
    SchemaCompilation(
      folder.sorted { $0.key < $1.key }.map { .init(path: $0.key, name: $0.key, bytes: Array($0.value.utf8)) },
      module: "Module")
  }

  /// For each file its Swift.
  private static func swift(_ folder: Folder) -> [String: String]? {
    let compilation = compile(folder)
    guard !compilation.hasErrors else { return nil }
    return Dictionary(uniqueKeysWithValues: zip(folder.keys.sorted(), compilation.sources))
  }

  /// Lines that the Swift had and has no more; the table of interpreted parts may grow.
  private static func lost(_ old: String, in new: String) -> [Substring] {
    var left = new.split(separator: "\n")[...]
    return old.split(separator: "\n").filter { line in
      if line.contains(" static let parts = ") { return false }
      guard let place = left.firstIndex(of: line) else { return true }
      left = left[(place + 1)...]
      return false
    }
  }

  private static func expectNoChange(
    _ folder: Folder, adding added: Folder, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let old = swift(folder), let new = swift(folder.merging(added) { first, _ in first }) else {
      Issue.record(
        "\(compile(folder.merging(added) { first, _ in first }).diagnostics)", sourceLocation: sourceLocation)
      return
    }
    for (name, text) in old {
      let lost = lost(text, in: new[name] ?? "")
      #expect(lost.isEmpty, "\(name) lost \(lost.prefix(5))", sourceLocation: sourceLocation)
    }
  }

  private static let shop = ##"""
    {
      "type": "object",
      "properties": {
        "order": {"$ref": "#/$defs/order"}, "cart": {"$ref": "#/$defs/cart"},
        "pay": {"oneOf": [
          {"title": "Card", "type": "object", "properties": {"number": {"type": "string"}}, "required": ["number"]},
          {"title": "Cash", "type": "object", "properties": {"sum": {"type": "number"}}, "required": ["sum"]}
        ]},
        "code": {"type": ["string", "integer"]}
      },
      "$defs": {
        "order": {"type": "object", "properties": {"item": {"type": "object", "properties": {"sku": {"type": "string"}}}}},
        "cart": {"type": "object", "properties": {"item": {"type": "object", "properties": {"qty": {"type": "integer"}}}}},
        "knot": {"type": "array", "items": {"$ref": "#/$defs/loop"}},
        "loop": {"type": "array", "items": {"$ref": "#/$defs/knot"}}
      },
      "components": {"schemas": {
        "Visit": {"type": "object", "properties": {"item": {"type": "object", "properties": {"at": {"type": "string"}}}}},
        "Item": {"type": "object", "properties": {"visit": {"type": "object", "properties": {"by": {"type": "string"}}}}}
      }}
    }
    """##

  @Test(
    "A reference from a file that comes first",
    arguments: [
      "#/$defs/order", "#/$defs/cart", "#/properties/pay/oneOf/0", "#/properties/code", "#/$defs/loop", "",
      "#/components/schemas/Item", "#/components/schemas/Item/properties/visit", "#/components/schemas/Visit",
    ])
  func reference(to place: String) {
    let added = ##"{"type":"object","properties":{"c":{"$ref":"B.schema.json\##(place)"}}}"##
    Self.expectNoChange(["B.schema.json": Self.shop], adding: ["A.schema.json": added])
    let other = ##"{"type":"object","properties":{"visit":{"$ref":"B.schema.json#/components/schemas/Visit"}}}"##
    Self.expectNoChange(["B.schema.json": Self.shop, "C.schema.json": other], adding: ["A.schema.json": added])
  }

  @Test("Schemas that are merged or narrowed elsewhere")
  func merged() {
    let added = ##"""
      {"type": "object", "properties": {
        "both": {"allOf": [{"$ref": "B.schema.json#/$defs/cart"}, {"$ref": "B.schema.json#/$defs/order"}]},
        "code": {"type": ["string", "integer"]},
        "narrow": {"$ref": "B.schema.json#/properties/code", "minimum": 3}
      }}
      """##
    Self.expectNoChange(["B.schema.json": Self.shop], adding: ["A.schema.json": added])
    Self.expectNoChange(["B.schema.json": Self.shop, "C.schema.json": added], adding: ["A.schema.json": added])
  }

  @Test("Types are named where they stand")
  func names() throws {
    let added = ##"""
      {"type": "object", "properties": {
        "o": {"$ref": "B.schema.json#/$defs/order"}, "c": {"$ref": "B.schema.json#/properties/pay/oneOf/0"},
        "v": {"$ref": "B.schema.json#/components/schemas/Visit"}
      }}
      """##
    let swift = try #require(Self.swift(["A.schema.json": added, "B.schema.json": Self.shop]))
    let first = try #require(swift["A.schema.json"])
    for type in ["o: Module::B.Order?", "c: Module::B.Card?", "v: Module::B.Visit?"] {
      #expect(first.contains("public var " + type), "\(type)")
    }
  }

  @Test("Files that refer to each other, whichever comes first")
  func circle() {
    let customer = ##"""
      {"type": "object", "properties": {
        "orders": {"type": "array", "items": {"$ref": "Order.schema.json"}},
        "home": {"type": "object", "properties": {"item": {"type": "object", "properties": {"a": {"type": "string"}}}}},
        "work": {"type": "object", "properties": {"item": {"type": "object", "properties": {"b": {"type": "string"}}}}}
      }}
      """##
    let order = ##"""
      {"type": "object", "properties": {
        "by": {"$ref": "Customer.schema.json"}, "to": {"$ref": "Customer.schema.json#/properties/work"},
        "item": {"type": "object", "properties": {"line": {"enum": ["a", "b"]}}},
        "line": {"type": "object", "properties": {"item": {"enum": ["c"]}}}
      }}
      """##
    let folder = ["Customer.schema.json": customer, "Order.schema.json": order]
    for (file, place) in [
      ("Order", ""), ("Order", "#/properties/line"), ("Customer", "#/properties/work"),
      ("Customer", "#/properties/work/properties/item"),
    ] {
      for name in ["A", "Z"] {
        Self.expectNoChange(
          folder,
          adding: ["\(name).schema.json": ##"{"type":"array","items":{"$ref":"\##(file).schema.json\##(place)"}}"##])
      }
    }
  }

  // MARK: - Random folders

  /// The places of a document where a schema may be found by a reference.
  private static func places(of value: JSONValue, at pointer: String = "", isTable: Bool = false) -> [String] {
    let tables = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"]
    guard case .object(let object) = value else {
      guard case .array(let elements) = value else { return [] }
      return elements.enumerated().flatMap { places(of: $1, at: "\(pointer)/\($0)") }
    }
    var found = isTable || pointer.isEmpty ? [] : [pointer]
    for member in object where isTable || !["enum", "const", "default", "examples", "required"].contains(member.key) {
      let isPlain = member.key.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x7A).contains($0) || $0 == 0x24
      }
      guard isPlain else { continue }
      found += places(
        of: member.value, at: "\(pointer)/\(member.key)", isTable: !isTable && tables.contains(member.key))
    }
    return found
  }

  private static func tryRandomFolders(of schemas: [String], rounds: Int) throws {
    var state: UInt64 = 7
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(count, 1)
    }
    var compared = 0
    for _ in 0..<rounds {
      var folder: Folder = [:]
      for number in 0..<(1 + random(4)) { folder["M\(number).schema.json"] = schemas[random(schemas.count)] }
      var properties: [String] = []
      for (name, text) in folder.sorted(by: { $0.key < $1.key }) {
        let places = places(of: try JSONValue(parsing: text))
        guard !places.isEmpty else { continue }
        for _ in 0..<3 {
          let place = "\(name)#\(places[random(places.count)])"
          let reference = ##"{"$ref":"\##(place)"}"##
          properties.append(#""p\#(properties.count)":"# + (random(4) == 0 ? #"{"allOf":[\#(reference)]}"# : reference))
        }
      }
      let added = #"{"type":"object","properties":{\#(properties.joined(separator: ","))}}"#
      let name = ["A", "M1A", "Z"][random(3)] + ".schema.json"
      guard swift(folder) != nil, swift(folder.merging([name: added]) { first, _ in first }) != nil else { continue }
      compared += 1
      expectNoChange(folder, adding: [name: added])
    }
    #expect(compared > rounds / 4, "\(compared) of \(rounds)")
  }

  @Test("Random folders of the goldens")
  func goldens() throws {
    let paths = PackageRoot.files(below: "Golden", suffix: ".schema.json").filter {
      $0.hasPrefix("Golden/swift/") || $0.hasPrefix("Golden/sketches/")
    }
    let schemas = try paths.map { try PackageRoot.text(of: $0) } + [Self.shop]
    try Self.tryRandomFolders(of: schemas, rounds: Effort.scaled(60, by: 3))
  }

  @Test("Random folders of schemas that people use", .needsTestData)
  func realSchemas() throws {
    var schemas: [String] = []
    for set in ["Github_easy", "Github_medium", "Kubernetes", "JME"] {
      let lines = try TestData.bytes(of: "jsonschemabench/\(set).jsonl").split(separator: 0x0A).prefix(40)
      for line in lines where line.count < 20_000 {
        guard let schema = try JSONValue(parsing: Array(line))["schema"] else { continue }
        schemas.append(schema.description)
      }
    }
    try Self.tryRandomFolders(of: schemas, rounds: Effort.scaled(60, by: 3))
  }
}
