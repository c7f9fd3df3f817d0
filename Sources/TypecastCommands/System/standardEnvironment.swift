#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension CommandEnvironment {
  /// The process's own arguments, streams and files.
  ///
  /// From here on a closed pipe is an error of the write, not a signal that ends the process.
  static func standard() -> CommandEnvironment {
    signal(SIGPIPE, SIG_IGN)
    return CommandEnvironment(
      arguments: Array(CommandLine.arguments.dropFirst()),
      variable: { name in getenv(name).map { String(cString: $0) } },
      input: DescriptorSource(STDIN_FILENO), output: DescriptorSink(STDOUT_FILENO),
      error: DescriptorSink(STDERR_FILENO), files: SystemFiles())
  }
}

/// Ends the process.
func endProcess(_ status: ExitStatus) -> Never {
  exit(status.code)
}
