import TypecastJSON
import TypecastSchema

extension Coercer {
  /// Reads the elements of an array; a wrapped one holds a value that stood in none.
  mutating func readArray(
    _ elements: [JSONValue], of shape: Shape, at place: Place, isWrapped: Bool = false
  ) -> Reading {
    var result = Reading(value: .null)
    var read: [JSONValue] = []
    read.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      let id: ShapeID? =
        if read.count < shape.array.prefix.count {
          shape.array.prefix[read.count]
        } else if case .shape(let other) = shape.array.others {
          other
        } else {
          nil
        }
      let inner = isWrapped ? place.wrapped(String(read.count)) : place.element(read.count, from: index)
      guard let id else {
        if shape.array.others == .closed { result.cost += Reading.failure }
        read.append(element)
        continue
      }
      let part = self.read(element, as: id, at: inner)
      if !part.isSound, level == .salvage {
        result.add(.droppedElement, at: inner, "an element that can't be mended was left out")
        continue
      }
      result.include(part)
      read.append(part.value)
    }
    if !hasCount(read.count, shape, .minItems, .maxItems) { result.cost += Reading.failure }
    result.value = .array(read)
    return result
  }
}
