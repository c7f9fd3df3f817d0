import Foundation
import GeneratedInvoices
import Invoices
import Typecast
import TypecastJSON

/// Reading a text into structs: by hand with the pull reader and every constraint, and by `JSONDecoder` without any.
func decodingTasks(_ works: Works) throws -> [Task] {
  var tasks: [Task] = []
  for name in ["invoice", "invoice-pretty"] {
    let text = try works.texts(of: name)[0]
    let padded = PaddedBytes(text)
    let data = Data(text)
    let decoder = JSONDecoder()
    guard try Invoice.decode(padded) == decoder.decode(Invoice.self, from: data) else {
      throw BenchmarkError(message: "The two decoders disagree on '\(name)'.")
    }
    let generated = try GeneratedInvoice(json: padded)
    guard try decoder.decode(Invoice.self, from: Data(generated.jsonBytes)) == Invoice.decode(padded) else {
      throw BenchmarkError(message: "The generated type writes another '\(name)'.")
    }
    let work = "decode " + name
    tasks.append(
      Task(work: work, contender: "Typecast generated", bytes: text.count) {
        _ = try GeneratedInvoice(json: padded)
      })
    tasks.append(
      Task(work: work, contender: "Typecast pull reader", bytes: text.count) { _ = try Invoice.decode(padded) })
    tasks.append(
      Task(work: work, contender: "Typecast pull reader, bytes copied", bytes: text.count) {
        _ = try Invoice.decode(PaddedBytes(text))
      })
    tasks.append(
      Task(work: work, contender: "JSONDecoder", bytes: text.count) {
        _ = try decoder.decode(Invoice.self, from: data)
      })
  }
  let invoice = try Invoice.decode(PaddedBytes(try works.texts(of: "invoice")[0]))
  let generated = try GeneratedInvoice(json: PaddedBytes(try works.texts(of: "invoice")[0]))
  let encoder = JSONEncoder()
  tasks.append(
    Task(work: "encode invoice", contender: "Typecast generated", bytes: generated.jsonBytes.count) {
      _ = generated.jsonBytes
    })
  tasks.append(
    Task(work: "encode invoice", contender: "JSONEncoder", bytes: generated.jsonBytes.count) {
      _ = try encoder.encode(invoice)
    })
  let coordinates = PaddedBytes(try works.texts(of: "coordinates")[0])
  let coordinateData = Data(coordinates.buffer)
  tasks.append(
    Task(work: "decode coordinates", contender: "Typecast pull reader", bytes: coordinates.count) {
      _ = try readCoordinates(coordinates)
    })
  tasks.append(
    Task(work: "decode coordinates", contender: "JSONDecoder", bytes: coordinates.count) {
      _ = try JSONDecoder().decode([[Double]].self, from: coordinateData)
    })
  return tasks
}

struct BenchmarkError: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}
