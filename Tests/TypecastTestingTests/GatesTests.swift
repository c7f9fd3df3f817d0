import Testing
import TypecastTesting

@Suite("The gates of this package")
struct GatesTests {
  @Test("Goldens and cassettes exercise what they have to")
  func gates() throws { try expectGates() }
}
