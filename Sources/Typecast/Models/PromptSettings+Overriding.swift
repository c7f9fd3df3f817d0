public import TypecastPrompts

extension PromptSettings {
  /// These settings, and for those that they leave open the ones of a prompt.
  public func over(_ prompt: PromptSettings) -> PromptSettings {
    PromptSettings(
      temperature: temperature ?? prompt.temperature, maxTokens: maxTokens ?? prompt.maxTokens,
      seed: seed ?? prompt.seed,
      stop: stop.isEmpty ? prompt.stop : stop)
  }
}
