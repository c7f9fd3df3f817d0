import Testing
import Typecast

@testable import TypecastModels

@Suite("Where providers are")
struct EndpointTests {
  @Test(
    "OLLAMA_HOST is read as Ollama reads it",
    arguments: [
      ("", "http://127.0.0.1:11434"), ("1.2.3.4", "http://1.2.3.4:11434"), ("1.2.3.4:80", "http://1.2.3.4:80"),
      (":1234", "http://127.0.0.1:1234"), ("0.0.0.0", "http://127.0.0.1:11434"), ("http://h", "http://h:80"),
      ("https://h", "https://h:443"), ("https://h:8/p", "https://h:8/p"), ("http://h/a/b", "http://h:80/a/b"),
      ("[::1]", "http://[::1]:11434"), ("[::1]:5", "http://[::1]:5"), ("::1", "http://[::1]:11434"),
      ("h:99999", "http://h:11434"), ("'h'", "http://h:11434"), (" h ", "http://h:11434"),
      ("ollama.com", "https://ollama.com:443"), ("http://u:p@h", "http://u:p@h:80"),
      ("http://u:p@h:11434/x", "http://u:p@h:11434/x"), ("u:p@[::1]:5", "http://u:p@[::1]:5"),
      ("ftp://h", "ftp://h"),
    ])
  func ollamaHost(text: String, address: String) {
    #expect(OllamaHost.address(text) == address)
  }

  @Test(
    "An address of another sort is refused, and not taken for a host", arguments: ["ftp://h", "://h", "htp://h:80/v1"])
  func scheme(base: String) {
    for provider in [Provider.ollama, .openAI] {
      let error = #expect(throws: ModelError.self) { try Endpoint(provider, base: base) { _ in nil } }
      #expect(error?.message.contains("no http:// or https:// address") == true)
    }
  }

  @Test("Code comes before the environment, and the environment before what is usual")
  func order() throws {
    let variables = ["OPENAI_BASE_URL": "https://a.example/v1/", "OPENAI_API_KEY": " key\n"]
    let fromEnvironment = try Endpoint(.openAI) { variables[$0] }
    #expect(fromEnvironment.base == "https://a.example/v1")
    #expect(fromEnvironment.key == "key")
    #expect(try Endpoint(.openAI, base: "https://b.example", key: "k") { variables[$0] }.base == "https://b.example")
    #expect(try Endpoint(.openAI) { _ in nil }.base == "https://api.openai.com/v1")
    // Who is not OpenAI is asked in the way that all understand.
    #expect(fromEnvironment.provider.errors.name == "compatible")
    #expect(try Endpoint(.openAI) { _ in nil }.provider.errors.name == "openai")
  }

  @Test("A provider that needs no key gets none where others could read it")
  func openProviders() throws {
    let variables = ["OLLAMA_API_KEY": "k"]
    #expect(try Endpoint(.ollama, base: "http://far.example:11434") { variables[$0] }.key == nil)
    #expect(try Endpoint(.ollama, base: "https://ollama.com") { variables[$0] }.key == "k")
    #expect(try Endpoint(.ollama, base: "http://far.example:11434", key: "own") { variables[$0] }.key == "own")
  }

  @Test("A name that begins as an address of this machine is none of this machine")
  func local() throws {
    func key(_ base: String) throws -> String? { try Endpoint(.ollama, base: base) { _ in "k" }.key }
    #expect(try key("http://127.0.0.1:1") == "k")
    #expect(try key("http://127.1") == "k")
    #expect(try key("http://127.example.com") == nil)
    #expect(try key("http://127.0.0.1.example.com") == nil)
  }

  @Test("A password in an address is a secret, as it stands there, as it is meant and as it is sent")
  func secrets() throws {
    func secrets(_ base: String, key: String? = nil) throws -> [String] {
      try Endpoint(.openAI, base: base, key: key) { _ in nil }.secrets
    }
    #expect(try secrets("http://h/v1@x") == [])
    #expect(try secrets("http://h/v1", key: "k") == ["k"])
    #expect(try secrets("http://user:p%40ss@h/v1", key: "k") == ["k", "dXNlcjpwQHNz", "p%40ss", "p@ss"])
    #expect(try secrets("https://token@h") == ["dG9rZW46", "token", "token"])
  }

  @Test("What stands behind a question mark goes with every request, and what is called a key there is one")
  func query() throws {
    let azure = try Endpoint(.openAI, base: "https://a.example/v1/?api-version=2025-01-01&api_key=a%2Fb") { _ in nil }
    #expect(azure.url("/models") == "https://a.example/v1/models?api-version=2025-01-01&api_key=a%2Fb")
    #expect(azure.url("/models?page=2") == "https://a.example/v1/models?page=2&api-version=2025-01-01&api_key=a%2Fb")
    #expect(azure.secrets == ["a%2Fb", "a/b"])
    #expect(try Endpoint(.ollama, base: "localhost:1?") { _ in nil }.url("/api/tags") == "http://localhost:1/api/tags")
    let error = #expect(throws: ModelError.self) { try Endpoint(.openAI, base: "https://h/v1#here") { _ in nil } }
    #expect(error?.message.contains("has a '#'") == true)
  }

  @Test("Bases that are none", arguments: ["ftp://x", "x", "http://", "https:///v1", "https://?h"])
  func bad(base: String) {
    #expect(throws: ModelError.self) { try Endpoint(.openAI, base: base) { _ in nil } }
  }
}
