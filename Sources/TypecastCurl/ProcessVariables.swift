#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What time it is.
package enum WallClock {
  /// Seconds since 1970.
  package static var seconds: Int { time(nil) }
}

/// The environment variables of this process.
package enum ProcessVariables {
  /// What a variable is set to; nil where it is not set.
  package static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
