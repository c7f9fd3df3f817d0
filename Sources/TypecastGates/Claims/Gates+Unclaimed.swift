extension Gates {
  /// The files below `Golden` that no test names, in the order of their bytes.
  ///
  /// A string in the Swift below `Tests` names a file by its path in the package, a cassette also as its trait does. What
  /// is interpolated may be anything within one name; a path of which two names are nothing else, but for their ends,
  /// names no file. A path without interpolation names a folder with all that is in it, but `Golden` and
  /// `Golden/cassettes` only with the files directly there. The gates read `Golden/values` and `Golden/repairs`, and
  /// complain themselves of what they can't use.
  ///
  /// - Parameter package: The folder that holds `Package.swift`.
  public static func unclaimedFiles(package: String) throws(GateError) -> [String] {
    let package = try PackageFolder(package)
    let files = try package.files(below: "Golden", suffix: "").filter {
      !$0.hasPrefix("Golden/values/") && !$0.hasPrefix("Golden/repairs/")
    }
    if files.isEmpty { return [] }
    var literals: Set<SwiftStrings.Literal> = []
    for source in try package.files(below: "Tests", suffix: ".swift") {
      literals.formUnion(SwiftStrings(try package.bytes(of: source)).literals)
    }
    let claims = literals.map(Claim.init)
    return files.filter { file in !claims.contains { $0.holds(for: file) } }
  }

  /// What a literal of a test can stand for.
  private struct Claim {
    private let names: [SwiftStrings.Literal]
    private let isPath: Bool
    /// The path of a folder, if it is one; nil where it is interpolated.
    private let folder: String?

    init(_ literal: SwiftStrings.Literal) {
      var names = literal.names
      isPath = names[0].pieces == [Array("Golden".utf8)]
      if isPath, names.count > 1, names[names.count - 1].pieces == [[]] { names.removeLast() }
      self.names = names
      folder =
        isPath && names.allSatisfy { $0.pieces.count == 1 }
        ? names.map { String(decoding: $0.pieces[0], as: UTF8.self) }.joined(separator: "/") : nil
    }

    func holds(for file: String) -> Bool {
      if isPath { return canBe(file) || isInFolder(file) }
      let (cassettes, ending) = (PackageFolder.cassettes + "/", ".xml")
      guard file.hasPrefix(cassettes), file.hasSuffix(ending), names.contains(where: { !$0.isOpen }) else {
        return false
      }
      return canBe(file.dropFirst(cassettes.count).dropLast(ending.count))
    }

    private func canBe(_ path: some StringProtocol) -> Bool {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      return parts.count == names.count && names.count(where: \.isOpen) < 2
        && zip(names, parts).allSatisfy { $0.canBe($1) }
    }

    private func isInFolder(_ file: String) -> Bool {
      guard let folder, file.hasPrefix(folder + "/") else { return false }
      let isWhole = folder != "Golden" && folder != PackageFolder.cassettes
      return isWhole || !file.dropFirst(folder.count + 1).contains("/")
    }
  }
}

extension SwiftStrings.Literal {
  /// The names of a path, with what is interpolated in each.
  fileprivate var names: [SwiftStrings.Literal] {
    var names: [SwiftStrings.Literal] = []
    var open = SwiftStrings.Literal(pieces: [])
    for piece in pieces {
      let parts = piece.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
      for (index, part) in parts.enumerated() {
        if index > 0 {
          names.append(open)
          open = SwiftStrings.Literal(pieces: [])
        }
        open.pieces.append(part)
      }
    }
    return names + [open]
  }

  /// Whether a name is nothing but interpolated, its end left out: it would be a name for all files.
  fileprivate var isOpen: Bool {
    pieces.count > 1 && pieces.dropLast().allSatisfy(\.isEmpty)
      && (pieces[pieces.count - 1].first ?? UInt8(ascii: ".")) == UInt8(ascii: ".")
  }
}
