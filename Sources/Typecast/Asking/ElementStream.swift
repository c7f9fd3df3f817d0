import TypecastJSON

/// The elements of an array in an answer, each as soon as it is whole and valid.
///
/// An element that is not valid as it came waits for the whole answer, which may repair it. Where a model is asked again, the
/// elements that have been handed over must come again as they were; otherwise the stream ends with the error `changed`.
public struct ElementStream<Value: Answerable, Parts: PartialValue, Element: SchemaValue>: AsyncSequence, Sendable {
  public typealias Failure = ReplyError

  let stream: ReplyStream<Value>
  let place: @Sendable (Value.Partial) -> PartialArray<Parts>?

  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(base: stream.makeAsyncIterator(), place: place)
  }

  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate var base: ReplyStream<Value>.AsyncIterator
    fileprivate let place: @Sendable (Value.Partial) -> PartialArray<Parts>?

    /// What was handed over.
    private var given: [JSONValue] = []
    private var waiting: ArraySlice<Element> = []

    /// How many elements of the present answer were looked at.
    private var seen = 0

    /// Whether an element of the present answer has to wait for its end, and so all that follow.
    private var isHeld = false

    fileprivate init(
      base: ReplyStream<Value>.AsyncIterator, place: @escaping @Sendable (Value.Partial) -> PartialArray<Parts>?
    ) {
      self.base = base
      self.place = place
    }

    public mutating func next(isolation actor: isolated (any Actor)?) async throws(ReplyError) -> Element? {
      while true {
        if let element = waiting.popFirst() { return element }
        guard let event = try await base.next(isolation: actor) else { return nil }
        switch event {
        case .partial(let partial) where !base.isMended: take(partial)
        case .partial: break
        case .restart:
          seen = 0
          isHeld = false
        case .reply(let reply): try finish(with: reply)
        }
      }
    }

    public mutating func next() async throws(ReplyError) -> Element? { try await next(isolation: nil) }

    private mutating func take(_ partial: Value.Partial) {
      guard !isHeld, let elements = place(partial)?.json else { return }
      while seen < elements.completeCount {
        let json = JSONValue(elements[seen])
        if seen < given.count {
          isHeld = json != given[seen]
        } else if let element = Element(json) {
          given.append(json)
          waiting.append(element)
        } else {
          isHeld = true
        }
        if isHeld { return }
        seen += 1
      }
    }

    /// Hands over what had to wait.
    private mutating func finish(with reply: Reply<Value>) throws(ReplyError) {
      var reader = JSONStreamReader()
      try? reader.append(reply.value.json)
      try? reader.finish()
      let elements = reader.value.flatMap(Value.Partial.init(partial:)).flatMap(place)?.json
      let values = elements.map { $0.map { JSONValue($0) } } ?? []
      guard values.starts(with: given) else {
        throw ReplyError(
          .changed,
          "The whole answer has other elements than those that were handed over; take the whole reply, or ask with Policy.once.",
          attempts: reply.attempts, timings: reply.timings)
      }
      waiting += values.dropFirst(given.count).compactMap { Element($0) }
      given = values
    }
  }
}

extension ReplyStream {
  /// The elements of an array in the answer, one by one:
  ///
  ///     for try await line in client.streamExtract(text: mail).elements(of: Invoice.Line.self, at: { $0.lines }) { … }
  public func elements<Element: SchemaValue, Parts: PartialValue>(
    of type: Element.Type, at place: @escaping @Sendable (Value.Partial) -> PartialArray<Parts>?
  ) -> ElementStream<Value, Parts, Element> {
    ElementStream(stream: self, place: place)
  }
}

extension SchemaValue {
  /// Reads a value that is JSON already; nil where it is not valid.
  fileprivate init?(_ json: JSONValue) {
    self.init(valid: PaddedBytes(JSONWriter().bytes(of: json)))
  }
}
