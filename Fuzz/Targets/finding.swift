#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ends the process, so that libFuzzer keeps the input, and says what is wrong with the result.
func finding(_ message: String) -> Never {
  var line = "FINDING: \(message)\n"
  _ = line.withUTF8 { write(2, $0.baseAddress, $0.count) }
  abort()
}

/// Reports a finding where something does not hold that has to.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { finding(message()) }
}
