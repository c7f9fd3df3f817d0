/// How a cassette is played.
public struct ReplayOptions: Hashable, Sendable {
  /// How fast answers come, on the clock of the call.
  public enum Pace: Hashable, Sendable {
    /// Without waiting for anything.
    case atOnce
    /// As fast as it was recorded.
    case recorded
    /// So many times as fast as it was recorded, from 0.001 to 1,000,000; at once where this is 0 or less.
    case faster(Double)
  }

  /// Where the bodies of answers are cut into pieces.
  public enum Cuts: Hashable, Sendable {
    /// Where they were cut when they were recorded.
    case recorded
    /// Nowhere: a body comes in one piece.
    case whole
    /// So many bytes in each piece.
    case every(Int)
    /// Pieces of one to so many bytes, the same for the same seed.
    case random(upTo: Int, seed: UInt64)
  }

  /// How fast answers come.
  public var pace: Pace
  /// Where bodies are cut.
  public var cuts: Cuts
  /// What goes wrong; several faults of one request come one upon the other.
  public var faults: [Fault]

  /// Without a word about it: at once, as recorded, and without faults.
  public init(pace: Pace = .atOnce, cuts: Cuts = .recorded, faults: [Fault] = []) {
    self.pace = pace
    self.cuts = cuts
    self.faults = faults
  }
}

/// Something that goes wrong although it was recorded otherwise.
public struct Fault: Hashable, Sendable {
  /// What goes wrong.
  public enum Kind: Hashable, Sendable {
    /// The server answers with another status, and a body that says so.
    case status(Int, headers: [RecordedHeader] = [], body: String = "")
    /// The connection breaks off behind so many bytes of the body.
    case cut(after: Int)
    /// The answer begins so much later.
    case delay(Duration)
    /// The connection is reset before the answer.
    case reset
    /// The body is as long as it was, and random.
    case garbage(seed: UInt64)
  }

  /// What goes wrong.
  public var kind: Kind

  /// Which requests it happens to, counted from 1 in the order in which they are sent.
  public var requests: ClosedRange<Int>

  /// A fault of every request, unless some are named.
  public init(_ kind: Kind, on requests: ClosedRange<Int> = 1...Int.max) {
    self.kind = kind
    self.requests = requests
  }

  /// Whether what was recorded comes after all.
  var isDelay: Bool { if case .delay = kind { true } else { false } }
}

/// Random numbers that are the same for the same seed.
struct SeededNumbers: RandomNumberGenerator {
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
}
