import Foundation
import Typecast
import TypecastCurl

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// `TransportBench URL REQUESTS` sends requests over libcurl and over `URLSession`, 1, 64 and 512 at once, and prints what
/// a request costs in microseconds of this process's CPU, and of time.
let arguments = CommandLine.arguments
guard arguments.count == 3, let count = Int(arguments[2]), let address = URL(string: arguments[1]) else {
  print("Usage: TransportBench URL REQUESTS")
  exit(2)
}

let body = Data(String(repeating: "b", count: 2000).utf8)
let transport = CurlTransport()
let configuration = URLSessionConfiguration.ephemeral
configuration.httpMaximumConnectionsPerHost = 512
configuration.timeoutIntervalForRequest = 120
let session = URLSession(configuration: configuration)

func cpu() -> Double {
  var usage = rusage()
  getrusage(numericCast(RUSAGE_SELF.rawValue), &usage)
  func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
  return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

func run(_ name: String, _ width: Int, _ send: @escaping @Sendable () async throws -> Int) async throws {
  func all(_ requests: Int) async throws {
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<width {
        group.addTask {
          var bytes = 0
          for _ in 0..<(requests / width) { bytes += try await send() }
          return bytes
        }
      }
      for try await bytes in group where bytes == 0 { throw URLError(.badServerResponse) }
    }
  }
  try await all(width * 2)
  let (start, used) = (Date(), cpu())
  let requests = max(count, width * 4) / width * width
  try await all(requests)
  let micro = 1e6 / Double(requests)
  let line = [name, "\(width)", String((cpu() - used) * micro), String(Date().timeIntervalSince(start) * micro)]
  print(line.joined(separator: "\t"))
}

for width in [1, 64, 512] {
  try await run("libcurl", width) {
    let request = HTTPRequest(
      "POST", arguments[1], headers: HTTPHeaders([(name: "content-type", value: "application/json")]), body: Array(body)
    )
    return try await transport.send(request).body.bytes().count
  }
  try await run("URLSession", width) {
    var request = URLRequest(url: address)
    request.httpMethod = "POST"
    request.httpBody = body
    request.setValue("application/json", forHTTPHeaderField: "content-type")
    return try await session.data(for: request).0.count
  }
}
