extension Gates {
  /// The files below `Golden` that no test names, in the order of their bytes.
  ///
  /// A string in the Swift below `Tests` names a file by its path in the package, a cassette also as its trait does, or a
  /// folder with all that is in it; what is interpolated may be anything. The gates read `Golden/values` and
  /// `Golden/repairs`, and complain themselves of what they can't use.
  ///
  /// - Parameter package: The folder that holds `Package.swift`.
  public static func unclaimedFiles(package: String) throws(GateError) -> [String] {
    let package = try PackageFolder(package)
    let files = package.files(below: "Golden", suffix: "").filter {
      !$0.hasPrefix("Golden/values/") && !$0.hasPrefix("Golden/repairs/")
    }
    if files.isEmpty { return [] }
    var literals: Set<SwiftStrings.Literal> = []
    for source in package.files(below: "Tests", suffix: ".swift") {
      literals.formUnion(SwiftStrings(try package.bytes(of: source)).literals)
    }
    let claims = literals.map(Claim.init)
    return files.filter { file in !claims.contains { $0.holds(for: file) } }
  }

  /// What a literal of a test can stand for.
  private struct Claim {
    private let literal: SwiftStrings.Literal
    private let isPath: Bool

    init(_ literal: SwiftStrings.Literal) {
      var literal = literal
      isPath = literal.pieces[0].starts(with: "Golden/".utf8)
      if isPath, literal.pieces[literal.pieces.count - 1].last == UInt8(ascii: "/") {
        literal.pieces[literal.pieces.count - 1].removeLast()
      }
      self.literal = literal
    }

    func holds(for file: String) -> Bool {
      if isPath {
        return literal.canBe(file) || folders(above: file).contains { literal.canBe($0) }
      }
      let (cassettes, ending) = (PackageFolder.cassettes + "/", ".xml")
      // Nothing but what is interpolated would be a name for all of them.
      guard file.hasPrefix(cassettes), file.hasSuffix(ending), isTelling else { return false }
      return literal.canBe(file.dropFirst(cassettes.count).dropLast(ending.count))
    }

    private var isTelling: Bool {
      literal.pieces.contains { piece in piece.contains { $0 != UInt8(ascii: "/") } }
    }

    private func folders(above file: String) -> [Substring] {
      file.indices.filter { file[$0] == "/" }.map { file[..<$0] }
    }
  }
}
