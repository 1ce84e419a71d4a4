extension Conference {
  /// The day that an instant belongs to at the venue, where a day begins at `dayChange`.
  public func day(of instant: Instant) -> CalendarDate {
    let local = zone.local(instant)
    let isEarly = local.secondOfDay < dayChange * 60
    return isEarly ? CalendarDate(dayNumber: local.date.dayNumber - 1) : local.date
  }
}
