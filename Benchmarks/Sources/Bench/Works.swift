import Foundation
import Invoices

/// The texts that are read, each in a file, so that every contender gets the same bytes.
struct Works {
  let folder: URL

  /// The texts of one work: one, or the lines of a file.
  func texts(of name: String) throws -> [[UInt8]] {
    let lines = folder.appendingPathComponent(name + ".jsonl")
    guard FileManager.default.fileExists(atPath: lines.path) else {
      return [Array(try Data(contentsOf: folder.appendingPathComponent(name + ".json")))]
    }
    return try Data(contentsOf: lines).split(separator: UInt8(ascii: "\n")).map(Array.init)
  }

  /// The text of a work that not all contenders for JSON can read.
  func answer(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name + ".answer")))
  }

  /// The schema of a work, if it has one.
  func schema(of name: String) throws -> [UInt8]? {
    let file = folder.appendingPathComponent(name + ".schema")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return Array(try Data(contentsOf: file))
  }

  /// The names of all works that are JSON, smallest file first.
  func names() throws -> [String] {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.fileSizeKey])
    let sound = files.filter { $0.pathExtension.hasPrefix("json") && $0.lastPathComponent != "broken.json" }
    let sized = try sound.map { file in
      let size = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
      return (size, file.deletingPathExtension().lastPathComponent)
    }
    return sized.sorted { $0 < $1 }.map(\.1)
  }

  /// Writes the works that are made here, beside those that come from elsewhere.
  func write() throws {
    try save(sampleInvoice, as: "invoice")
    try save(prettyPrinted(sampleInvoice), as: "invoice-pretty")
    try save(broken(prettyPrinted(sampleInvoice)), as: "broken")
    try save(coordinates(count: 60_000), as: "coordinates")
    for name in ["invoice", "invoice-pretty"] { try save(invoiceSchema, asSchemaOf: name) }
    for kilobytes in [20, 50, 100] {
      for form in ["sound", "fenced", "broken"] {
        let file = folder.appendingPathComponent("catalogue-\(form)-\(kilobytes)kb.answer")
        try Data(catalogue(form, kilobytes: kilobytes).utf8).write(to: file)
      }
    }
    for megabytes in [1, 10, 100] {
      try save(records(megabytes: megabytes), as: "records-\(megabytes)mb")
      try save(recordsSchema, asSchemaOf: "records-\(megabytes)mb")
    }
  }

  /// A text as models write it: in prose and a block of code, with a bare key, another literal, and a comma too many.
  private func broken(_ text: String) -> String {
    let body = text.replacingOccurrences(of: "\"currency\"", with: "currency")
      .replacingOccurrences(of: ": false", with: ": False")
      .replacingOccurrences(of: "\n  ]", with: ",\n  ]")
    return "Here is the invoice that you asked for:\n\n```json\n\(body)\n```\nLet me know if it is right."
  }

  private func save(_ schema: String, asSchemaOf name: String) throws {
    try Data(schema.utf8).write(to: folder.appendingPathComponent(name + ".schema"))
  }

  private func save(_ text: String, as name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name + ".json"))
  }

  /// Pairs of numbers with fifteen digits behind the point, as maps have them.
  private func coordinates(count: Int) -> String {
    var state: UInt64 = 1
    func next(_ range: Double) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (Double(state >> 11) / Double(1 << 53) * 2 - 1) * range
    }
    return "[" + (0..<count).map { _ in "[\(next(180)),\(next(90))]" }.joined(separator: ",") + "]"
  }

  private func records(megabytes: Int) -> String {
    var text = "["
    text.reserveCapacity(megabytes << 20)
    var index = 0
    while text.utf8.count < megabytes * 1_000_000 {
      if index > 0 { text += "," }
      text += #"{"id":\#(index),"name":"Record number \#(index)","active":\#(index % 3 == 0),"#
      text += #""score":\#(index % 997).\#(index % 89),"tags":["alpha","beta","g\u00e4mma"],"#
      text += #""place":{"city":"Malmö","zip":"211 \#(index % 90 + 10)"},"note":null}"#
      index += 1
    }
    return text + "]"
  }

  private let recordsSchema = #"""
    {
      "type": "array",
      "items": {
        "type": "object",
        "required": ["id", "name", "active", "score", "tags", "place"],
        "additionalProperties": false,
        "properties": {
          "id": {"type": "integer", "minimum": 0},
          "name": {"type": "string", "minLength": 1, "maxLength": 100},
          "active": {"type": "boolean"},
          "score": {"type": "number", "minimum": 0, "exclusiveMaximum": 1000},
          "tags": {"type": "array", "uniqueItems": true, "items": {"type": "string", "pattern": "^[a-zä]+$"}},
          "place": {
            "type": "object",
            "required": ["city", "zip"],
            "properties": {"city": {"type": "string"}, "zip": {"type": "string", "pattern": "^[0-9]{3} [0-9]{2}$"}}
          },
          "note": {"type": ["string", "null"]}
        }
      }
    }
    """#
}
