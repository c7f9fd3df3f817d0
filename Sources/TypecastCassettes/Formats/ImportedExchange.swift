/// An exchange out of a file of another format, with what a cassette of its own says about it.
package struct ImportedExchange: Hashable, Sendable {
  /// Its name in the file, where it has one.
  package var id: String?

  package var origin: Cassette.Origin

  /// What is said of the recording as a whole, such as the server.
  package var about: String?

  package var exchange: Exchange

  init(id: String? = nil, _ origin: Cassette.Origin, about: String? = nil, _ exchange: Exchange) {
    self.id = id
    self.origin = origin
    self.about = about
    self.exchange = exchange
  }

  /// A cassette that holds it alone.
  ///
  /// - Parameters:
  ///   - place: What it is called where it has no name.
  ///   - name: The name of its file, which stands for a name that XML can't hold.
  package func cassette(place: String, named name: String) -> Cassette {
    var exchange = exchange
    let id = id ?? place
    exchange.id = BodyText.isText(Array(id.utf8)) ? id : name
    return Cassette(origin, note: about, [exchange])
  }
}

/// Why an exchange is not taken over.
package struct RefusedExchange: Error, Hashable, Sendable {
  /// Its name in the file, where it is known.
  package var id: String?

  /// What is wrong, as the end of a sentence.
  package let reason: String

  package init(_ reason: String) { self.reason = reason }
}

/// What stands at one place of a file: an exchange, or why it is none.
package struct ImportedItem: Sendable {
  /// The line, from 1.
  package let line: Int

  /// How many exchanges stand before it.
  package let index: Int

  package let result: Result<ImportedExchange, RefusedExchange>

  package init(line: Int, index: Int, result: Result<ImportedExchange, RefusedExchange>) {
    self.line = line
    self.index = index
    self.result = result
  }
}
