import Typecast

/// The tool `typecast`, as a function from an environment to an exit code.
public enum CommandLineTool {
  /// Runs the tool on the process's own arguments and streams, and ends the process.
  public static func main() -> Never {
    // Before the first task, since what runs tasks opens files of its own.
    occupyStandardStreams()
    Task { endProcess(ExitStatus(code: await run(in: .standard()))) }
    waitForEnd()
  }

  /// Runs the tool and returns its exit code. All output has been written by then.
  public static func run(in environment: CommandEnvironment) async -> Int32 {
    await run(CommandTable.root, in: environment).code
  }

  /// Runs a table of commands.
  static func run(_ root: Command, in environment: CommandEnvironment) async -> ExitStatus {
    let parser = CommandLineParser(root: root)
    do throws(CommandFailure) {
      let status = try await perform(parser.parse(environment.arguments), parser, environment)
      try environment.output.flush()
      return status
    } catch {
      return report(error, of: root, in: environment)
    }
  }

  private static func perform(
    _ request: CommandLineParser.Request, _ parser: CommandLineParser, _ environment: CommandEnvironment
  ) async throws(CommandFailure) -> ExitStatus {
    switch request {
    case .run(let body, let invocation):
      return try await withWaitsTold(in: environment) { () async throws(CommandFailure) in
        try await body(invocation, environment)
      }
    case .help(let path):
      try writeHelp(on: path, parser, environment)
    case .version:
      try environment.output.writeLine("\(parser.root.name) \(ToolVersion.text)")
    }
    return .success
  }

  /// Runs something that may ask servers; where one is asked again later, that is said on standard error.
  private static func withWaitsTold(
    in environment: CommandEnvironment, _ body: () async throws(CommandFailure) -> ExitStatus
  ) async throws(CommandFailure) -> ExitStatus {
    var call = CallEnvironment.current
    let progress = environment.progress
    call.willWait = { delay, reason in
      if delay >= .seconds(1) { progress.tell("waiting \(delay.short) to ask again: \(reason)") }
    }
    return try await call.run(body)
  }

  /// Prints the help of the command at a path.
  static func writeHelp(
    on path: [String], _ parser: CommandLineParser, _ environment: CommandEnvironment
  ) throws(CommandFailure) {
    let name = ([parser.root.name] + path).joined(separator: " ")
    let text = HelpText(style: environment.output.style)
    try environment.output.write(text.render(parser.command(at: path), named: name))
  }

  /// What was written before the failure still goes out, and first.
  private static func report(
    _ failure: CommandFailure, of root: Command, in environment: CommandEnvironment
  ) -> ExitStatus {
    guard failure.kind != .closedOutput else { return failure.status }
    do throws(CommandFailure) {
      if failure.kind != .unwritable { try environment.output.flush() }
      try environment.report(failure, from: root.name)
      return failure.status
    } catch {
      return error.status
    }
  }
}
