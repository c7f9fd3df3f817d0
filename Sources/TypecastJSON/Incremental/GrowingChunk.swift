/// Memory for elements that one writer adds while others read those that were there before.
///
/// Its base class rules out `Sendable`, which it would deserve for the same reason as `GrowingBytes`: those who hold
/// one say so with `nonisolated(unsafe)`.
@usableFromInline
final class GrowingChunk<Element>: ManagedBuffer<Int, Element> {
  /// Makes room for some elements; the header counts those that are there.
  @inlinable
  static func make(capacity: Int) -> GrowingChunk {
    unsafeDowncast(create(minimumCapacity: capacity) { _ in 0 }, to: GrowingChunk.self)
  }

  @inlinable
  @inline(__always)
  var elements: UnsafeMutablePointer<Element> {
    withUnsafeMutablePointerToElements { $0 }
  }

  @inlinable
  deinit {
    _ = withUnsafeMutablePointers { count, elements in elements.deinitialize(count: count.pointee) }
  }
}

/// The one who fills a `GrowingChunk`: of several copies only one may go on appending.
@usableFromInline
struct GrowingChunkWriter<Element: Sendable>: Sendable {
  @usableFromInline nonisolated(unsafe) var chunk: GrowingChunk<Element>?
  @usableFromInline var count = 0
  @usableFromInline var capacity = 0

  /// How much room the first chunk has.
  @usableFromInline var firstCapacity = 4

  @inlinable
  init() {}

  @inlinable
  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    guard let chunk else { return }
    (chunk.elements + count).initialize(to: element)
    count &+= 1
    chunk.header = count
  }

  @inlinable
  @inline(never)
  mutating func grow() {
    capacity = capacity == 0 ? firstCapacity : 2 * capacity
    let larger = GrowingChunk<Element>.make(capacity: capacity)
    // Elements that a snapshot also holds stay where they are.
    let isShared = !isKnownUniquelyReferenced(&chunk)
    if let chunk {
      if isShared {
        larger.elements.initialize(from: chunk.elements, count: count)
      } else {
        larger.elements.moveInitialize(from: chunk.elements, count: count)
        chunk.header = 0
      }
      larger.header = count
    }
    chunk = larger
  }

  /// Starts over, with as much room as was needed this time: what comes next is often alike.
  @inlinable
  @inline(__always)
  mutating func reset() {
    firstCapacity = max(count, 1)
    chunk = nil
    count = 0
    capacity = 0
  }
}

/// The last element of a growing container, while it still grows itself.
///
/// It is an object of its own because an element may contain a container of its own type.
@usableFromInline
final class GrowingTail<Element: Sendable>: Sendable {
  @usableFromInline let element: Element

  @inlinable
  init(_ element: Element) {
    self.element = element
  }
}
