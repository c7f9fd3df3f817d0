import TypecastJSON

/// What became of a text: its value as compact JSON, or its error without the excerpt.
enum StreamOutcome: Equatable {
  case value(String)
  case error(kind: String, expected: String, found: String, position: TextPosition)

  init(_ error: JSONError) {
    self = .error(kind: error.kind.rawValue, expected: error.expected, found: error.found, position: error.position)
  }

  /// Reads the whole text at once with the strict reader.
  init(strictly bytes: [UInt8], options: JSONOptions = JSONOptions()) {
    do {
      self = .value(try JSONValue(parsing: bytes, options: options).description)
    } catch {
      self.init(error)
    }
  }

  /// Reads the text in pieces that end at the cuts; says what is seen after each piece to `observe`.
  init(
    _ bytes: [UInt8], cuts: some Sequence<Int>, options: JSONOptions = JSONOptions(),
    observe: (borrowing JSONStreamReader) -> Void = { _ in }
  ) {
    var reader = JSONStreamReader(options: options)
    do {
      var start = 0
      for cut in cuts {
        try reader.append(bytes[start..<cut])
        start = cut
        observe(reader)
      }
      try reader.append(bytes[start...])
      observe(reader)
      try reader.finish()
      observe(reader)
      guard let value = reader.value, reader.isComplete, value.isComplete, reader.openPath == nil else {
        self = .value("incomplete")
        return
      }
      self = .value(JSONValue(value).description)
    } catch {
      self.init(error)
    }
  }
}

/// Numbers that look random and are the same on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Places to cut a text of some length at, in order, a piece being `average` bytes long or so.
  mutating func cuts(of length: Int, average: Int) -> [Int] {
    var cuts: [Int] = []
    var place = 0
    while true {
      place += Int.random(in: 0...(2 * average), using: &self)
      if place >= length { return cuts }
      cuts.append(place)
    }
  }
}
