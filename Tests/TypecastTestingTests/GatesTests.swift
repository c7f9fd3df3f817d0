import Testing
import TypecastTesting

@Test func gates() throws { try expectGates() }
