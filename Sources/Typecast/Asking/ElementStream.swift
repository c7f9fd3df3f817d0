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

    /// What was handed over, and the first of it that was not yet taken.
    private var given: [Element] = []
    private var taken = 0

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
        if taken < given.count {
          taken += 1
          return given[taken - 1]
        }
        guard let event = try await base.next(isolation: actor) else { return nil }
        switch event {
        case .partial(let partial):
          if !base.isMended { try take(partial) }
        case .restart:
          seen = 0
          isHeld = false
        case .reply(let reply): try finish(with: reply)
        }
      }
    }

    public mutating func next() async throws(ReplyError) -> Element? { try await next(isolation: nil) }

    private mutating func take(_ partial: Value.Partial) throws(ReplyError) {
      guard !isHeld, let elements = place(partial)?.json else { return }
      while seen < elements.completeCount {
        guard let element = Element(JSONValue(elements[seen])) else {
          isHeld = true
          return
        }
        if seen == given.count { given.append(element) } else if given[seen] != element { throw changed() }
        seen += 1
      }
    }

    /// Hands over what had to wait.
    private mutating func finish(with reply: Reply<Value>) throws(ReplyError) {
      var reader = JSONStreamReader()
      try? reader.append(reply.value.json)
      try? reader.finish()
      let elements = reader.value.flatMap(Value.Partial.init(partial:)).flatMap(place)?.json
      var all: [Element] = []
      for json in elements.map(Array.init) ?? [] {
        guard let element = Element(JSONValue(json)) else {
          throw base.failure(
            .badRequest, "The elements at that place are no \(Element.self); name the type of those elements.")
        }
        all.append(element)
      }
      guard all.starts(with: given) else { throw changed() }
      given = all
    }

    private func changed() -> ReplyError {
      base.failure(
        .changed,
        "A second answer has other elements than those that were handed over; take the whole reply, or ask with Policy.once."
      )
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
