import Typecast

/// What is kept of an exchange to compare it with one of another recording.
package struct ComparedExchange: Sendable {
  /// What its answer looks like.
  package let shape: ExchangeShape

  let file: String
  let id: String?
  let key: RequestKey

  /// - Parameter file: The name of its file, where the other recording may have one of this name.
  package init(_ exchange: Exchange, file: String = "") {
    shape = ExchangeShape(exchange)
    id = exchange.id
    key = RequestKey(exchange.request, Matching())
    self.file = file
  }
}
