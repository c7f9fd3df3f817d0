import Typecast
import TypecastCurl

/// What this target takes from the machine, where nobody gives it another one. No other file names it.
enum Surroundings {
  /// What carries requests.
  static var transport: any Transport { CurlTransport.shared }

  /// Seconds since 1970, for answers that tell a date and not what time it is.
  static var now: Int { WallClock.seconds }

  /// What an environment variable is set to.
  static func variable(_ name: String) -> String? { ProcessVariables.value(name) }
}
