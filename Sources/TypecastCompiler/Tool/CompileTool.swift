import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import TypecastJSON
import TypecastSchema

/// The tool that the build plugin runs: reads schemas, writes Swift, and prints what is wrong as compilers do.
///
///     typecast-compile --module NAME --folder DIR [--config FILE] [--prompt FILE]… [--other FILE]… (INPUT OUTPUT)…
public enum CompileTool {
  /// Runs with the arguments of the process, and ends it.
  public static func runAndExit() -> Never {
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs with some arguments and gives the exit code.
  public static func run(_ arguments: [String]) -> Int32 {
    let call: Call
    do {
      call = try Call(arguments)
    } catch {
      report("typecast-compile: error: \(error.message)")
      return 2
    }
    var options = CompilerOptions()
    if let config = call.config {
      let (read, diagnostics) = CompilerConfig.read(bytes(at: config) ?? [], name: config)
      for diagnostic in diagnostics { report(diagnostic.description) }
      if diagnostics.contains(where: { $0.severity == .error }) { return 1 }
      options = read.options
    }
    var inputs: [SchemaCompilation.Input] = []
    for (input, _) in call.pairs {
      guard let bytes = bytes(at: input) else {
        report("\(input):1:1: error: this file can't be read")
        return 1
      }
      inputs.append(SchemaCompilation.Input(path: call.path(of: input), name: input, bytes: bytes))
    }
    var prompts: [SchemaCompilation.Input] = []
    for prompt in call.prompts {
      guard let bytes = bytes(at: prompt) else {
        report("\(prompt):1:1: error: this file can't be read")
        return 1
      }
      prompts.append(SchemaCompilation.Input(path: call.path(of: prompt), name: prompt, bytes: bytes))
    }
    let paths = call.pairs.map(\.input) + call.prompts + call.others
    for diagnostic in MisnamedFiles.diagnostics(among: paths) { report(diagnostic.description) }
    let compilation = SchemaCompilation(inputs, prompts: prompts, options: options, module: call.module)
    for diagnostic in compilation.diagnostics { report(diagnostic.description) }
    if compilation.hasErrors { return 1 }
    for ((_, output), source) in zip(call.pairs, compilation.sources) {
      guard save(Array(source.utf8), to: output) else {
        report("\(output):1:1: error: this file can't be written")
        return 1
      }
    }
    return 0
  }

  private static func bytes(at path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { [UInt8]($0) }
  }

  /// A file that would stay the same is not touched, so that nothing is built anew for it.
  private static func save(_ new: [UInt8], to path: String) -> Bool {
    if bytes(at: path) == new { return true }
    return FileManager.default.createFile(atPath: path, contents: Data(new))
  }

  private static func report(_ line: String) {
    var text = line + "\n"
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count, let start = bytes.baseAddress {
        let count = write(2, start + written, bytes.count - written)
        if count <= 0 { return }
        written += count
      }
    }
  }

  /// Arguments that make no sense.
  private struct BadCall: Error {
    let message: String
  }

  private struct Call {
    var module: String?
    var folder = ""
    var config: String?
    var prompts: [String] = []

    /// Files beside the schemas that are not compiled, in case their names are a slip.
    var others: [String] = []
    var pairs: [(input: String, output: String)] = []

    init(_ arguments: [String]) throws(BadCall) {
      var rest = arguments[...]
      var files: [String] = []
      while let argument = rest.popFirst() {
        switch argument {
        case "--module", "--folder", "--config", "--prompt", "--other":
          guard let value = rest.popFirst() else { throw BadCall(message: "\(argument) wants a value") }
          switch argument {
          case "--module": module = value
          case "--folder": folder = value.hasSuffix("/") ? value : value + "/"
          case "--config": config = value
          case "--other": others.append(value)
          default: prompts.append(value)
          }
        default:
          if argument.hasPrefix("--") { throw BadCall(message: "there is no option \(argument)") }
          files.append(argument)
        }
      }
      guard files.count.isMultiple(of: 2) else { throw BadCall(message: "every input wants an output behind it") }
      for index in stride(from: 0, to: files.count, by: 2) { pairs.append((files[index], files[index + 1])) }
    }

    /// A file's path within the folder.
    func path(of file: String) -> String {
      file.hasPrefix(folder)
        ? String(file.dropFirst(folder.count)) : file.split(separator: "/").last.map(String.init) ?? file
    }
  }
}
