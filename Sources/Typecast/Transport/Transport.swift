/// What carries requests to a server and answers back: over a network, or out of a recording.
public protocol Transport: Sendable {
  /// Sends a request, and gives the answer as soon as its headers are there.
  ///
  /// It keeps the limits of the request, stops when the task is cancelled, and never shows a secret in an error.
  func send(_ request: HTTPRequest) async throws -> HTTPResponse
}

/// The headers of a message, in their order. Names are compared without regard to case.
public struct HTTPHeaders: Sendable {
  public private(set) var fields: [(name: String, value: String)]

  public init(_ fields: [(name: String, value: String)] = []) {
    self.fields = fields
  }

  /// The first value of a name; setting one replaces all of that name, nil removes them.
  public subscript(name: String) -> String? {
    get { fields.first { Self.isSame($0.name, name) }?.value }
    set {
      let place = fields.firstIndex { Self.isSame($0.name, name) }
      fields.removeAll { Self.isSame($0.name, name) }
      if let newValue { fields.insert((name, newValue), at: min(place ?? fields.count, fields.count)) }
    }
  }

  /// Adds a field behind those that are there.
  public mutating func add(_ name: String, _ value: String) {
    fields.append((name, value))
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8) { lower($0) == lower($1) }
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}

/// What is sent to a server.
public struct HTTPRequest: Sendable {
  public var method: String
  /// The whole address.
  public var url: String
  public var headers: HTTPHeaders
  public var body: [UInt8]
  public var limits: TimeLimits
  /// The most bytes that the body of an answer may have.
  public var bodyLimit: Int

  public init(
    _ method: String, _ url: String, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = [],
    limits: TimeLimits = TimeLimits(), bodyLimit: Int = 64 << 20
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.limits = limits
    self.bodyLimit = bodyLimit
  }
}

/// What a server answers: the head is there, the body may still be coming.
public struct HTTPResponse: Sendable {
  public var status: Int
  public var headers: HTTPHeaders
  public var body: HTTPBody

  public init(status: Int, headers: HTTPHeaders = HTTPHeaders(), body: HTTPBody) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// A body in the pieces that it came in. It can be read once.
public struct HTTPBody: AsyncSequence, Sendable {
  public typealias Element = [UInt8]
  public typealias Failure = any Error

  private let make: @Sendable () -> any AsyncIteratorProtocol<[UInt8], any Error>

  public init<Base: AsyncSequence & Sendable>(_ base: Base) where Base.Element == [UInt8], Base.Failure == any Error {
    make = { base.makeAsyncIterator() }
  }

  /// A body that is there already.
  public init(_ pieces: [[UInt8]]) {
    make = { ListIterator(pieces[...]) }
  }

  public struct AsyncIterator: AsyncIteratorProtocol {
    var base: any AsyncIteratorProtocol<[UInt8], any Error>

    public mutating func next(isolation actor: isolated (any Actor)?) async throws -> [UInt8]? {
      try await base.next(isolation: actor)
    }

    public mutating func next() async throws -> [UInt8]? { try await next(isolation: nil) }
  }

  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(base: make()) }

  /// The whole body.
  public func bytes() async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await piece in self { bytes += piece }
    return bytes
  }
}

/// Goes through a list.
struct ListIterator<Element>: AsyncIteratorProtocol {
  private var rest: ArraySlice<Element>

  init(_ elements: ArraySlice<Element>) {
    rest = elements
  }

  mutating func next(isolation actor: isolated (any Actor)?) async throws -> Element? { rest.popFirst() }

  mutating func next() async throws -> Element? { rest.popFirst() }
}
