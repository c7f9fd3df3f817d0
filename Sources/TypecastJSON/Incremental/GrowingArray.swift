/// An array that may still grow: the elements that it had at one moment, the last of which may itself be growing.
///
/// It shares memory with the arrays that it grew from and into, so that taking and keeping one costs nothing.
public struct GrowingArray<Element: Sendable>: Sendable {
  @usableFromInline nonisolated(unsafe) let chunk: GrowingChunk<Element>?
  @usableFromInline let tail: GrowingTail<Element>?

  @usableFromInline let storedCount: UInt32

  /// Whether nothing will be added, neither to the array nor to its elements.
  public let isComplete: Bool

  @inlinable
  @inline(__always)
  init(chunk: GrowingChunk<Element>?, completeCount: Int, tail: GrowingTail<Element>?, isComplete: Bool) {
    self.chunk = chunk
    // Narrow, because many arrays are kept.
    storedCount = UInt32(completeCount)
    self.tail = tail
    self.isComplete = isComplete
  }

  /// How many elements are complete: all, or all but the last.
  @inlinable
  @inline(__always)
  public var completeCount: Int { Int(storedCount) }

  /// Makes an array of complete elements.
  @inlinable
  public init(_ elements: some Sequence<Element>, isComplete: Bool = true) {
    var builder = Builder()
    for element in elements { builder.append(element) }
    self = isComplete ? builder.complete : builder.array()
  }

  /// The last element while it still grows.
  @inlinable
  public var open: Element? { tail?.element }

  /// The elements that are complete.
  @inlinable
  public var complete: SubSequence { self[0..<completeCount] }

  /// Adds elements one by one and gives the array so far, at any moment, at the same small cost.
  public struct Builder: ~Copyable, Sendable {
    @usableFromInline var writer = GrowingChunkWriter<Element>()

    /// A builder of an array without elements.
    @inlinable
    public init() {}

    /// How many complete elements were added.
    @inlinable
    public var count: Int { writer.count }

    /// Adds an element that is complete.
    @inlinable
    public mutating func append(_ element: Element) {
      writer.append(element)
    }

    /// The array so far, and behind it the element that still grows, if there is one.
    @inlinable
    public func array(open: Element? = nil) -> GrowingArray {
      GrowingArray(
        chunk: writer.chunk, completeCount: writer.count, tail: open.map { GrowingTail($0) }, isComplete: false)
    }

    /// The array as one that is complete.
    @inlinable
    public var complete: GrowingArray {
      GrowingArray(chunk: writer.chunk, completeCount: writer.count, tail: nil, isComplete: true)
    }
  }
}

extension GrowingArray: RandomAccessCollection {
  @inlinable
  public var startIndex: Int { 0 }

  @inlinable
  public var endIndex: Int { tail == nil ? completeCount : completeCount + 1 }

  @inlinable
  public subscript(index: Int) -> Element {
    if index >= 0, index < completeCount, let chunk { return chunk.elements[index] }
    precondition(index == completeCount, "Index out of range")
    guard let tail else { preconditionFailure("Index out of range") }
    return tail.element
  }
}

extension GrowingArray: Equatable where Element: Equatable {
  public static func == (left: GrowingArray, right: GrowingArray) -> Bool {
    guard left.completeCount == right.completeCount, left.isComplete == right.isComplete else { return false }
    switch (left.tail, right.tail) {
    case (nil, nil): break
    case (let a?, let b?): if a !== b && a.element != b.element { return false }
    default: return false
    }
    return left.chunk === right.chunk || left.complete.elementsEqual(right.complete)
  }
}

extension GrowingArray: ExpressibleByArrayLiteral {
  @inlinable
  public init(arrayLiteral elements: Element...) {
    self.init(elements)
  }
}
