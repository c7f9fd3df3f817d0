import Typecast
import TypecastCassettes
import TypecastModels

extension PackageFolder {
  /// Where cassettes are.
  static let cassettes = "Golden/cassettes"

  /// Hands over every exchange of every cassette, with the name of its file and a reading of it.
  ///
  /// The first folder on the way to a cassette may be called by the name of its provider; else the address tells it.
  func forEachExchange(
    _ body: (_ file: String, _ exchange: Exchange, _ reading: ExchangeReading) -> Void
  ) throws(GateError) {
    for file in try files(below: Self.cassettes, suffix: ".xml") {
      let parts = file.split(separator: "/").dropFirst(2).map(String.init)
      let folder = parts.count > 1 ? parts[0] : nil
      do throws(CassetteError) {
        let reader = try CassetteReader(path: "\(path)/\(file)")
        while let exchange = try reader.next() {
          body(file, exchange, ExchangeReading(folder: folder, url: exchange.request.url))
        }
      } catch {
        throw GateError("\(file)\(error.line.map { ":\($0)" } ?? ""): error: \(error.reason)")
      }
    }
  }
}

extension Exchange {
  /// The answer of a model that came whole or stopped by itself; nil for every other outcome.
  func reply(_ reading: ExchangeReading) -> ModelReply? {
    guard let response else { return nil }
    let reply = reading.reply(status: response.status, headers: response.typedHeaders, body: response.body)
    // What breaks off behind the end of an answer takes nothing from it.
    return response.failure == nil || reply?.finish != .incomplete ? reply : nil
  }
}

extension RecordedResponse {
  var typedHeaders: HTTPHeaders { HTTPHeaders(headers.map { ($0.name, $0.value) }) }
}
