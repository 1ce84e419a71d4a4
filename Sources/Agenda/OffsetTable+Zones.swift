extension OffsetTable {
  /// The table of an IANA zone, from 15 years before the given ones to 30 after; nil where the zone is unknown.
  ///
  /// Asks the time zone library, which takes milliseconds: for the compiling of a catalogue, not for start-up.
  public static func named(_ identifier: String, around years: ClosedRange<Int>) -> OffsetTable? {
    nil
  }

  /// The table of the reader's own zone, as `TZ` or /etc/localtime have it.
  public static func ofThisMachine(around years: ClosedRange<Int>) -> OffsetTable {
    .utc
  }
}
