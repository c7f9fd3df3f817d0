/// A declaration with its documentation.
struct SwiftDeclaration: Hashable, Sendable {
  /// What stands between the braces.
  enum Body: Hashable, Sendable {
    case nothing
    case members([SwiftDeclaration])
    case statements([SwiftStatement])
  }

  /// Lines of documentation.
  var documentation: [String] = []
  let head: SwiftExpression
  var body = Body.nothing

  init(_ head: SwiftExpression, documentation: [String] = [], _ body: Body = .nothing) {
    self.head = head
    self.documentation = documentation
    self.body = body
  }
}

/// A statement of a function.
enum SwiftStatement: Hashable, Sendable {
  case line(SwiftExpression)

  /// A statement with statements inside, such as a loop.
  case block(SwiftExpression, [SwiftStatement])

  /// The same with an alternative.
  case choice(SwiftExpression, [SwiftStatement], otherwise: [SwiftStatement])

  /// A loop that ends with its condition.
  case loop([SwiftStatement], while: SwiftExpression)

  /// A switch; each case with its head.
  case cases(SwiftExpression, [(head: SwiftExpression, body: [SwiftStatement])])

  static func == (left: SwiftStatement, right: SwiftStatement) -> Bool {
    SwiftRenderer.lines(of: [left]) == SwiftRenderer.lines(of: [right])
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(SwiftRenderer.lines(of: [self]))
  }
}
