import Foundation
import LoopbackServer
import TestSupport
import Testing

@testable import TypecastCommands

@Suite("Streams that are closed, full or cut, and surroundings that are wrong")
struct HostileStreamTests {
  private static let commands = CommandTable.root.tree.filter { $0.command.subcommands.isEmpty }
    .map { (path: Array($0.path.dropFirst()), command: $0.command) }

  private static func line(_ sandbox: CommandSandbox, _ path: [String]) -> String {
    (["typecast"] + sandbox.words(path)).map(quoted).joined(separator: " ")
  }

  @Test("An output that can't be written is never taken for success", .timeLimit(.minutes(15)))
  func outputs() async throws {
    let sandbox = try CommandSandbox()
    for (path, command) in Self.commands {
      let line = Self.line(sandbox, path)
      let isSilent = try await sandbox.shell(line + " <<< hello").output.isEmpty
      let codes = command.exitCodes.map(\.status.code)
      for redirection in [">&-", ">/dev/full"] {
        let run = try await sandbox.shell("\(line) <<< hello \(redirection)")
        #expect(!run.isHung && (isSilent ? codes.contains(run.status) : run.status == 2), "\(path) \(redirection)")
        #expect(isSilent || run.error.contains("typecast: error: The output can't be written"), "\(path) \(run.error)")
      }
      for redirection in ["2>&-", "2>/dev/full", "<&-"] {
        let run = try await sandbox.shell("\(line) \(redirection)")
        #expect(!run.isHung && codes.contains(run.status), "\(path) \(redirection): \(run.status) \(run.error)")
      }
      let cut = try await sandbox.shell("\(line) <<< hello | exec true; exit ${PIPESTATUS[0]}")
      #expect(!cut.isHung && (codes + [141]).contains(cut.status), "\(path): \(cut.status) \(cut.error)")
    }
  }

  @Test(
    "Variables that hold anything are no reason to crash", .timeLimit(.minutes(15)),
    arguments: [
      "LC_ALL=C", "LC_ALL=rubbish", "TERM=", "COLUMNS=1", "HOME=", "TMPDIR=/nowhere", "TYPECAST_RECORD=rubbish",
      "TYPECAST_MISS=rubbish", "LLVM_PROFILE_FILE=/dev/null", "OLLAMA_HOST=:::", "OLLAMA_HOST=http://[::1",
      "OLLAMA_HOST=127.0.0.1:99999999999999999999", "OLLAMA_HOST='a b'", "OLLAMA_HOST=$'\\x01\\xff'",
      "http_proxy=rubbish://", "SSL_CERT_FILE=/nowhere",
    ])
  func variables(assignment: String) async throws {
    let sandbox = try CommandSandbox()
    for line in ["validate --schema invoice.schema.json invoice.json", "help", "cassette list old.xml"] {
      let run = try await sandbox.shell("\(assignment) typecast \(line)")
      #expect(run.status == 0 && run.error.isEmpty, "\(line): \(run.error)")
    }
    let asking = try await sandbox.shell("\(assignment) typecast models --provider ollama")
    #expect([0, 2, 3].contains(asking.status) && !asking.isHung, "\(asking.status) \(asking.error)")
    #expect(asking.status == 0 || asking.error.contains("error:"))
  }

  @Test("Names and texts that are no UTF-8 are told")
  func encodings() async throws {
    let sandbox = try CommandSandbox()
    let run = try await sandbox.shell(
      #"typecast lint $'\xff\xfe.json'; typecast $'\xff'; typecast validate --jsonl <<< $'\xff'"#)
    #expect(run.status == 0 && run.output.contains(#""line":1,"error":"#))
    #expect(run.error.contains("can't be read: No such file") && run.error.contains("There is no command"))
  }

  /// Runs a process that hears of signals: it gets the mask of the thread, and those that run tests block them.
  private static func runUnblocked(_ process: Process) throws {
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }

  @Test("A signal to end ends what waits, leaves nothing behind and keeps what was there", .timeLimit(.minutes(15)))
  func end() throws {
    let sandbox = try CommandSandbox()
    let old = try Data(contentsOf: URL(fileURLWithPath: sandbox.folder + "/old.xml"))
    let silent = try LoopbackServer { _ in [.waitForClose] }
    defer { silent.stop() }
    let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.folder).sorted()
    for line in [
      "record old.xml invoice.schema.json --model ollama:m mail.txt", "chat --model ollama:m",
      "cast invoice.schema.json --model ollama:m --stream mail.txt", "models --provider ollama",
      "replay old.xml --listen 127.0.0.1:0", "validate --jsonl", "repair",
    ] {
      let process = Process()
      let (input, error) = (Pipe(), Pipe())
      process.executableURL = try BuiltTool.url
      process.arguments = line.split(separator: " ").map(String.init)
      process.currentDirectoryURL = URL(fileURLWithPath: sandbox.folder)
      process.environment = ["OLLAMA_HOST": silent.url(""), "LLVM_PROFILE_FILE": "/dev/null"]
      process.standardInput = input
      process.standardOutput = FileHandle.nullDevice
      process.standardError = error
      try Self.runUnblocked(process)
      try input.fileHandleForWriting.write(contentsOf: Data("hello\n".utf8))
      Thread.sleep(forTimeInterval: 0.1)
      process.terminate()
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGTERM, "\(line)")
      // On a machine that is busy there may be a line of progress.
      let said = String(decoding: try error.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      #expect(said.split(separator: "\n").allSatisfy { $0.hasSuffix(" now") }, "\(line): \(said)")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: sandbox.folder + "/old.xml")) == old)
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.folder).sorted() == names)
  }
}
