import TypecastJSON

extension PlanRun {
  mutating func checkArray(
    _ array: UnsafePointer<ArrayPlan>, _ plan: UnsafePointer<Plan>, _ index: Int, covering outer: Int
  ) -> Bool {
    let count = Int(view.nodes[index].length)
    if count < array.pointee.minItems || count > array.pointee.maxItems { return false }
    guard array.pointee.unevaluated != nil else {
      return checkElements(array, index, count, covering: outer) && checkSteps(plan, index, covering: outer)
    }
    let own = bits.push(count)
    defer { bits.pop(own) }
    guard checkElements(array, index, count, covering: own), checkSteps(plan, index, covering: own),
      checkUnevaluated(array, index, covered: own)
    else { return false }
    // The keyword itself has now evaluated all that nothing else had.
    if outer != BitStack.none { bits.insertAll(below: count, into: outer) }
    return true
  }

  @inline(__always)
  private mutating func checkElements(
    _ array: UnsafePointer<ArrayPlan>, _ index: Int, _ count: Int, covering marks: Int
  ) -> Bool {
    let prefixCount = array.pointee.prefixCount
    var place = index + 1
    if prefixCount > 0 || array.pointee.items != nil {
      for number in 0..<min(count, prefixCount) {
        guard check(array.pointee.prefix[number], place) else { return false }
        place = view.after(place)
      }
      if marks != BitStack.none { bits.insertAll(below: min(count, prefixCount), into: marks) }
      if let items = array.pointee.items, count > prefixCount {
        for _ in prefixCount..<count {
          guard check(items, place) else { return false }
          place = view.after(place)
        }
        if marks != BitStack.none { bits.insertAll(below: count, into: marks) }
      }
    }
    if let contains = array.pointee.contains, !checkContains(contains, array, index, count, covering: marks) {
      return false
    }
    return !array.pointee.hasUniqueItems || hasUniqueElements(index, count)
  }

  private mutating func checkContains(
    _ contains: UnsafePointer<Plan>, _ array: UnsafePointer<ArrayPlan>, _ index: Int, _ count: Int,
    covering marks: Int
  ) -> Bool {
    let covers = marks != BitStack.none && array.pointee.containsCovers
    var found = 0
    var place = index + 1
    for number in 0..<count {
      if check(contains, place) {
        found += 1
        if covers { bits.insert(number, into: marks) }
        if found > array.pointee.maxContains { return false }
        if !covers && found >= array.pointee.minContains && array.pointee.maxContains == Int.max { return true }
      }
      if undecided != nil { return false }
      place = view.after(place)
    }
    return found >= array.pointee.minContains
  }

  private mutating func checkUnevaluated(
    _ array: UnsafePointer<ArrayPlan>, _ index: Int, covered: Int
  ) -> Bool {
    guard let unevaluated = array.pointee.unevaluated else { return true }
    var place = index + 1
    for number in 0..<Int(view.nodes[index].length) {
      if !bits.contains(number, in: covered), !check(unevaluated, place) { return false }
      place = view.after(place)
    }
    return true
  }

  private func hasUniqueElements(_ index: Int, _ count: Int) -> Bool {
    if count < 2 { return true }
    var places: [Int] = []
    places.reserveCapacity(count)
    var place = index + 1
    for _ in 0..<count {
      places.append(place)
      place = view.after(place)
    }
    if count <= 8 {
      for (number, first) in places.enumerated() {
        for second in places[(number + 1)...] where view.isEqual(first, to: view, second) { return false }
      }
      return true
    }
    var size = 16
    while size < count * 2 { size *= 2 }
    var table = [(hash: UInt64, place: Int)](repeating: (0, -1), count: size)
    for place in places {
      let hash = view.hash(place)
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while table[slot].place >= 0 {
        if table[slot].hash == hash, view.isEqual(place, to: view, table[slot].place) { return false }
        slot = (slot + 1) & (size - 1)
      }
      table[slot] = (hash, place)
    }
    return true
  }
}
