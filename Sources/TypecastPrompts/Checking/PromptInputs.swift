public import TypecastSchema

/// What a prompt may name.
public enum PromptInputs: Sendable {
  /// Every name is an input, and a text.
  case texts
  /// The members of the objects that a schema describes.
  case schema(CompiledSchema)
}

extension ResolvedPrompt {
  /// Checks a template against its inputs, and says what each of its tags stands for.
  ///
  /// - Parameters:
  ///   - template: The prompt as it was read.
  ///   - inputs: What its tags may name.
  ///   - document: What diagnostics call the template.
  /// - Returns: A prompt, unless a diagnostic is an error; diagnostics in the order of their places, those of the
  ///   template first.
  public static func resolve(
    _ template: PromptTemplate, inputs: PromptInputs, document: String
  ) -> (prompt: ResolvedPrompt?, diagnostics: [Diagnostic]) {
    var resolver = PromptResolver(inputs, document: document)
    let prompt = resolver.resolve(template)
    let all = resolver.diagnostics
    func isOwn(_ diagnostic: Diagnostic) -> Bool { diagnostic.document.utf8.elementsEqual(document.utf8) }
    let hasError = all.contains { $0.severity == .error }
    return (hasError ? nil : prompt, all.filter(isOwn) + all.filter { !isOwn($0) })
  }
}
