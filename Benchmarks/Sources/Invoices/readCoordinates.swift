public import TypecastJSON

/// Reads an array of pairs of numbers.
public func readCoordinates(_ source: PaddedBytes) throws(JSONError) -> [[Double]] {
  var reader = JSONReader(source)
  var pairs: [[Double]] = []
  if try reader.openArray() {
    repeat {
      var pair: [Double] = []
      if try reader.openArray() {
        pair.reserveCapacity(2)
        repeat { pair.append(try reader.double()) } while try reader.nextElement()
      }
      pairs.append(pair)
    } while try reader.nextElement()
  }
  try reader.finish()
  return pairs
}
