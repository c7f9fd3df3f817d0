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

/// Puts something that fails in the place of each standard stream that is closed.
///
/// Whatever is opened next would get its number, and swallow what is meant for a reader.
func occupyStandardStreams() {
  for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
    // Streams that are open stand before this one, so it is the lowest number that is free.
    _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
  }
}

/// Waits until another thread ends the process.
func waitForEnd() -> Never {
  while true { pause() }
}

/// Ends the process.
func endProcess(_ status: ExitStatus) -> Never {
  exit(status.code)
}
