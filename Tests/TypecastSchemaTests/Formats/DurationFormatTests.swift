import Testing

import TypecastSchema

@Suite("Format duration")
struct DurationFormatTests {
  @Test("Amounts in order and without a gap are accepted")
  func durations() {
    expect(
      .duration,
      accepts: [
        "P4DT12H30M5S", "P4Y", "PT0S", "P0D", "P1M", "PT1M", "PT36H", "P1DT12H", "P2W", "P1Y2M3DT4H5M6S", "P1Y2M",
        "P2M3D", "PT4H5M", "PT5M6S", "P01D", "P" + String(repeating: "9", count: 80) + "D", "P1YT1S",
      ],
      rejects: [
        "", "P", "PT", "P1", "T1H", "1D", "P1YT", "P1DT", "P1Y3D", "PT1H3S", "P2D1Y", "PT1S1M", "P1D1D", "PT1H1H",
        "P1Y1W", "P1W1D", "P1WT1H", "P0Y1W", "PW", "P1H", "PT1D", "PT1Y", "PT1W", "P1D2H", "P1DT2", "P1D2T3H", "PD",
        "PTS",
      ])
  }

  @Test("Signs, fractions, small letters and blanks are refused")
  func shape() {
    expect(
      .duration,
      accepts: [],
      rejects: [
        "-P1D", "+P1D", "P-1D", "PT0.5S", "PT0,5S", "P1e2D", "p1d", "P1d", "Pt1H", " P1D", "P1D ", "P1D\n",
        "P1D\u{0}", "P\u{9e8}Y", "P1Y 2M",
      ])
  }
}
