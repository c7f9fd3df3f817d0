import Foundation
import TypecastJSON

/// Reading any JSON: into a tape, into values, and what Foundation does.
func parsingTasks(_ works: Works) throws -> [Task] {
  var tasks: [Task] = []
  for name in try works.names() {
    let texts = try works.texts(of: name)
    let padded = texts.map(PaddedBytes.init(_:))
    let data = texts.map { Data($0) }
    let bytes = texts.reduce(0) { $0 + $1.count }
    let work = "parse " + name
    tasks.append(
      Task(work: work, contender: "Typecast tape", bytes: bytes) {
        for text in padded { _ = try JSONDocument(text) }
      })
    // A tree of the largest document would take gigabytes.
    if bytes > 50_000_000 { continue }
    tasks.append(
      Task(work: work, contender: "Typecast JSONValue", bytes: bytes) {
        for text in padded { _ = try JSONDocument(text).root.value }
      })
    tasks.append(
      Task(work: work, contender: "JSONSerialization", bytes: bytes) {
        for text in data { _ = try JSONSerialization.jsonObject(with: text, options: .fragmentsAllowed) }
      })
  }
  return tasks
}
