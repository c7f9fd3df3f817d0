extension String {
  /// The text as far as messages show it. A character may have any number of scalars, so that these count.
  package func shortened(to count: Int) -> String {
    let shown = unicodeScalars.prefix(count)
    return shown.endIndex == unicodeScalars.endIndex ? self : String(shown) + "…"
  }
}
