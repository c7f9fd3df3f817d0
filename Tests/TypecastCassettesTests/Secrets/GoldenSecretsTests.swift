import TestSupport
import Testing

@testable import TypecastCassettes

@Suite("No secret is in what the package ships")
struct GoldenSecretsTests {
  @Test("Goldens and cassettes, line by line and exchange by exchange")
  func golden() throws {
    let scan = SecretScan()
    let files = PackageRoot.files(below: "Golden")
    #expect(files.count > 300)
    for file in files {
      let bytes = try PackageRoot.bytes(of: file)
      #expect(scan.findings(in: bytes) == [], "\(file)")
      guard file.hasPrefix("Golden/cassettes/"), file.hasSuffix(".xml") else { continue }
      for exchange in try Cassette(bytes, path: file).exchanges {
        #expect(scan.findings(in: exchange) == [], "\(file)")
      }
    }
  }
}
