import Agenda

/// A time of the day as people type it.
public enum TypedTime {
  /// The second of the day of `15`, `15:00`, `15.30`, `15h30`, `1530`, `3pm`, `3:30 pm`, `noon`; nil of anything else.
  public static func second(of text: String) -> Int? {
    guard let clock = WrittenClock(whole: text), !clock.isOverstated, !clock.hasSeconds else { return nil }
    if clock.isWord { return clock.value % 86_400 }
    return clock.value < 86_400 ? clock.value : nil
  }
}
