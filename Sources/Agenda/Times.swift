// What a conference is speaks of dates and times everywhere: who imports the one has the other.
@_exported public import Times
