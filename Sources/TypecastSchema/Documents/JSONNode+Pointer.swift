package import TypecastJSON

extension JSONNode {
  /// The path from the document's root to this value; a value knows its place, not its parents, so it is searched for.
  package var pointer: JSONPointer {
    var pointer = JSONPointer()
    var node = document.root
    search: while node.index < index {
      switch node.type {
      case .object:
        for member in node.members {
          // A key counts as its value's place: diagnostics point at either.
          if member.keyNode.index == index
            || (member.value.index <= index && index < document.after(member.value.index))
          {
            pointer.append(member.key)
            node = member.value
            continue search
          }
        }
        return pointer
      case .array:
        for (position, element) in node.elements.enumerated()
        where element.index <= index && index < document.after(element.index) {
          pointer.append(String(position))
          node = element
          continue search
        }
        return pointer
      default:
        return pointer
      }
    }
    return pointer
  }
}
