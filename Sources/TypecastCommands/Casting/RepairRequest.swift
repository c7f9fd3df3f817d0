import Typecast
import TypecastJSON

/// One line of `repair --jsonl`.
struct RepairRequest {
  /// As JSON text.
  private(set) var id = Array("null".utf8)
  let text: PaddedBytes
  /// As JSON text.
  let schema: [UInt8]?
  let level: RepairLevel?
  let finish: FinishReason?

  private static let keys = JSONKeys("id", "text", "schema", "level", "finish")

  init(_ line: ArraySlice<UInt8>) throws(JSONLines.BadLine) {
    var reader = JSONReader(line.withUnsafeBufferPointer { PaddedBytes(copying: $0) })
    var text: String?
    var schema: [UInt8]?
    var level: String?
    var finish: String?
    do throws(JSONError) {
      var object = JSONObjectCursor()
      while try reader.nextKey(&object, of: Self.keys) {
        switch object.index {
        case 0: id = Array(try reader.raw())
        case 1: text = try reader.string()
        case 2: schema = try reader.null() ? nil : Array(try reader.raw())
        case 3: level = try reader.null() ? nil : reader.string()
        case 4: finish = try reader.null() ? nil : reader.string()
        default: try reader.skip()
        }
      }
      try reader.finish()
    } catch {
      throw JSONLines.BadLine(message: "The line can't be read: \(error.message), at column \(error.position.column).")
    }
    guard let text else { throw JSONLines.BadLine(message: "The line has no 'text'.", id: id) }
    self.text = PaddedBytes(text)
    self.schema = schema
    if let level {
      guard let known = RepairLevel(rawValue: level) else {
        let names = RepairLevel.allCases.map(\.rawValue).joined(separator: ", ")
        throw JSONLines.BadLine(message: "The line's 'level' is none of \(names).", id: id)
      }
      self.level = known
    } else {
      self.level = nil
    }
    switch finish {
    case nil: self.finish = nil
    case "stop": self.finish = .stop
    case "length": self.finish = .length
    default: throw JSONLines.BadLine(message: "The line's 'finish' is neither 'stop' nor 'length'.", id: id)
    }
  }
}
