#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count <= 1, arguments.first?.hasPrefix("-") != true else {
  var usage = "usage: Demo [PROVIDER:MODEL]\nAs in: make demo MODEL=ollama:llama3.2\n"
  _ = usage.withUTF8 { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  exit(2)
}
let isDone = await Demo(screen: Screen.standard, folder: ".").run(
  live: arguments.first.flatMap { $0.isEmpty ? nil : $0 })
exit(isDone ? 0 : 1)
