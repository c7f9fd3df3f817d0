import TypecastCassettes

/// Reads any bytes as a cassette. What is read has to come back when it is written and read again.
func fuzzCassette(_ input: FuzzInput) {
  guard let cassette = try? Cassette(Array(input.rest), path: "fuzz.xml", limit: 1 << 20) else { return }
  do throws(CassetteError) {
    let bytes = try cassette.xml()
    // Times are kept to the microsecond.
    var kept = cassette
    kept.exchanges = kept.exchanges.map(\.toTheMicrosecond)
    let again = try Cassette(bytes, path: "again.xml")
    if again != kept { finding("A cassette is another one when it is written and read again.") }
  } catch {
    finding("A cassette that was read can't be written and read again: \(error)")
  }
}
