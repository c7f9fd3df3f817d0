import Foundation
import Synchronization
import Testing
import Typecast

@testable import TypecastCurl

/// Lets each test of the bundle fail that would leave this machine, whatever it makes of the error. It runs when the bundle
/// is loaded.
#if canImport(Darwin)
  @section("__DATA,__mod_init_func")
#else
  @section(".init_array")
#endif
@used private let failTestsThatLeave: @convention(c) () -> Void = {
  LoopbackGuard.whenRefused.withLock { $0 = { Issue.record(Comment(rawValue: $0.message)) } }
}

@Suite("Nothing leaves this machine while tests run")
struct LoopbackGuardTests {
  private func refusal(_ url: String, log: String) throws -> String? {
    let address = try RequestCheck.check(HTTPRequest("GET", url))
    do throws(TransportError) {
      try LoopbackGuard.check(address, log: log)
      return nil
    } catch {
      return error.message
    }
  }

  @Test("What would leave is refused and written down; what stays is not")
  func check() throws {
    let log = FileManager.default.temporaryDirectory.appendingPathComponent("left-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: log) }
    for url in [
      "http://127.0.0.1:1/", "http://localhost/", "http://[::1]:9/", "https://api.invalid/x", "http://127.9.9.9",
    ] {
      #expect(try refusal(url, log: log) == nil, "\(url)")
    }
    for url in [
      "https://api.openai.com/v1?key=abc", "http://10.0.0.1", "http://127.example.com", "http://notlocalhost",
    ] {
      var told: String?
      try withKnownIssue("The test that asks fails.") {
        told = try refusal(url, log: log)
      } matching: { issue in
        issue.comments.contains { $0.rawValue.contains("would leave") }
      }
      #expect(told?.contains("would leave") == true, "\(url)")
    }
    let written = try String(contentsOfFile: log, encoding: .utf8)
    #expect(written == "api.openai.com:443\n10.0.0.1:80\n127.example.com:80\nnotlocalhost:80\n")
  }
}
