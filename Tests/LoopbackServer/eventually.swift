/// Waits until something is so, which takes as long as the machine is busy; false where it is not so after a while.
public func eventually(_ condition: () throws -> Bool) async throws -> Bool {
  for _ in 0..<2000 {
    if try condition() { return true }
    try await Task.sleep(for: .milliseconds(10))
  }
  return try condition()
}
