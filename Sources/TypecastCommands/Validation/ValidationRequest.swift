import TypecastJSON
import TypecastSchema

/// One line of `validate --jsonl`.
struct ValidationRequest {
  /// As JSON text.
  private(set) var id = Array("null".utf8)
  /// As JSON text.
  let schema: [UInt8]
  let instances: [JSONDocument]
  /// Whether the instances came as a list, so that the answer is one.
  let isList: Bool
  let format: FormatMode

  private static let keys = JSONKeys("id", "schema", "instance", "instances", "format")

  init(_ line: ArraySlice<UInt8>) throws(JSONLines.BadLine) {
    var reader = JSONReader(line.withUnsafeBufferPointer { PaddedBytes(copying: $0) })
    var schema: [UInt8]?
    var instance: JSONDocument?
    var instances: [JSONDocument]?
    var format: String?
    do throws(JSONError) {
      var seen: Set<Int> = []
      var key = try reader.openObject(of: Self.keys)
      while key != JSONKeys.end {
        if key < Self.keys.count, !seen.insert(key).inserted { try reader.repeatKey() }
        switch key {
        case 0: id = Array(try reader.raw())
        case 1: schema = Array(try reader.raw())
        case 2: instance = try reader.document()
        case 3: instances = try Self.list(&reader)
        case 4: format = try reader.string()
        default: try reader.skip()
        }
        key = try reader.nextKey(of: Self.keys)
      }
      try reader.finish()
    } catch {
      throw JSONLines.BadLine(message: "The line can't be read: \(error.message), at column \(error.position.column).")
    }
    guard let schema else { throw JSONLines.BadLine(message: "The line has no 'schema'.") }
    switch (instance, instances) {
    case (let instance?, nil): self.instances = [instance]
    case (nil, let instances?): self.instances = instances
    case (nil, nil): throw JSONLines.BadLine(message: "The line has neither 'instance' nor 'instances'.")
    default: throw JSONLines.BadLine(message: "The line has both 'instance' and 'instances'; give one of them.")
    }
    self.schema = schema
    self.isList = instances != nil
    self.format = try Self.formatMode(format)
  }

  private static func list(_ reader: inout JSONReader) throws(JSONError) -> [JSONDocument] {
    var list: [JSONDocument] = []
    var hasNext = try reader.openArray()
    while hasNext {
      list.append(try reader.document())
      hasNext = try reader.nextElement()
    }
    return list
  }

  private static func formatMode(_ name: String?) throws(JSONLines.BadLine) -> FormatMode {
    switch name {
    case nil: .byDialect
    case "assert": .assert
    case "annotate": .annotate
    default: throw JSONLines.BadLine(message: "The line's 'format' is neither 'assert' nor 'annotate'.")
    }
  }
}
