# Completion of plenary's command line for fish.

# generated: fish
# The verb that has been typed: nothing, one word, or two as in "notes add".
function __plenary_verb
  set -l verb
  for word in (commandline -opc)[2..-1]
    set -l longer (string trim "$verb $word")
    switch "$longer"
      case 'import' 'list' 'check' 'export' 'notes' 'notes list' 'notes show' 'notes path' 'notes add' 'notes report' 'kiosk'
        set verb $longer
    end
  end
  test "$verb" = "$argv[1]"
end

complete -c plenary -l language -x -d 'Speak this language, as fr; otherwise as the environment says'
complete -c plenary -s h -l help -d 'Show this and end'
complete -c plenary -s V -l version -d 'Show the version and end'
complete -c plenary -n '__plenary_verb "import"' -l json -d 'Say it as JSON'
complete -c plenary -n '__plenary_verb "import"' -l update -d 'Renew a bundle that is there, and keep its other files'
complete -c plenary -n '__plenary_verb "check"' -l json -d 'Say it as JSON'
complete -c plenary -n '__plenary_verb "export"' -l format -x -a 'ics frab-xml schedule-json markdown html' -d 'ics, frab-xml, schedule-json, markdown or html'
complete -c plenary -n '__plenary_verb "export"' -s o -l output -r -d 'Into this file; otherwise to standard output'
complete -c plenary -n '__plenary_verb "export"' -l day -x -d 'Only this day: its date, or its number from 1'
complete -c plenary -n '__plenary_verb "export"' -l room -x -d 'Only this room: its name or its id'
complete -c plenary -n '__plenary_verb "export"' -l plan -d 'Only what you have starred'
complete -c plenary -n '__plenary_verb "export"' -s n -l now -x -d 'Start a clock at TIME of the venue, as 2017-12-04T09:41'
complete -c plenary -n '__plenary_verb "notes"' -a list -d 'Your notes: session, lines, marks and file'
complete -c plenary -n '__plenary_verb "notes"' -a show -d 'One note; SESSION is an id or words of a title'
complete -c plenary -n '__plenary_verb "notes"' -a path -d 'The file of a note, whether there is one yet or not'
complete -c plenary -n '__plenary_verb "notes"' -a add -d 'Add to a note, also while Plenary runs; TEXT - reads standard input'
complete -c plenary -n '__plenary_verb "notes"' -a report -d 'All notes, then decisions, actions, questions and quotes'
complete -c plenary -n '__plenary_verb "notes"' -s b -l bundle -r -d 'For the notes on this conference'
complete -c plenary -n '__plenary_verb "notes list"' -s b -l bundle -r -d 'For the notes on this conference'
complete -c plenary -n '__plenary_verb "notes show"' -s b -l bundle -r -d 'For the notes on this conference'
complete -c plenary -n '__plenary_verb "notes path"' -s b -l bundle -r -d 'For the notes on this conference'
complete -c plenary -n '__plenary_verb "notes add"' -s b -l bundle -r -d 'For the notes on this conference'
complete -c plenary -n '__plenary_verb "notes report"' -l format -x -a 'markdown html csv ical' -d 'markdown, html, csv or ical (the actions as tasks)'
complete -c plenary -n '__plenary_verb "notes report"' -s o -l output -r -d 'Into this file, whose ending can say the format'
complete -c plenary -n '__plenary_verb "notes report"' -l session -x -d 'Only the notes on this: an id or words of a title'
complete -c plenary -n '__plenary_verb "notes report"' -l day -x -d 'Only the notes on sessions of this day, as 2017-12-04, or today'
complete -c plenary -n '__plenary_verb "notes report"' -l since -x -d 'Only what was written or changed since then, as 2017-12-04T14:00'
complete -c plenary -n '__plenary_verb "notes report"' -l rapporteur -x -d 'Who has taken the notes; otherwise your name'
complete -c plenary -n '__plenary_verb "notes report"' -l keep-attribution -d 'Keep names in notes under the Chatham House rule'
complete -c plenary -n '__plenary_verb "notes report"' -l include-off-the-record -d 'Keep notes on sessions that were off the record'
complete -c plenary -n '__plenary_verb "notes report"' -s n -l now -x -d 'Start a clock at TIME of the venue, as 2017-12-04T09:41'
complete -c plenary -n '__plenary_verb "notes report"' -s b -l bundle -r -d 'For the notes on this conference'
complete -c plenary -n '__plenary_verb "kiosk"' -l room -x -d 'Only this room, as a sign at its door'
complete -c plenary -n '__plenary_verb "kiosk"' -l idle -x -d 'Come back to the board after so long, 60 as a rule'
complete -c plenary -n '__plenary_verb "kiosk"' -l night -x -d 'Dim the board at night, as 22:00-07:00'
complete -c plenary -n '__plenary_verb "kiosk"' -l no-seconds -d 'A clock without seconds'
complete -c plenary -n '__plenary_verb "kiosk"' -l notices -r -d 'The staff\'s notices; notices.json of the bundle as a rule'
complete -c plenary -n '__plenary_verb "kiosk"' -l log -r -d 'Note there what happens'
complete -c plenary -n '__plenary_verb "kiosk"' -s n -l now -x -d 'Start a clock at TIME of the venue, as 2017-12-04T09:41'
complete -c plenary -n '__plenary_verb "kiosk"' -l theme -x -a 'dark light mono' -d 'dark, light or mono; otherwise as the terminal says'
complete -c plenary -n '__plenary_verb "kiosk"' -l ascii -d 'Draw with ASCII characters only'
complete -c plenary -n '__plenary_verb "kiosk"' -l no-mouse -d 'Leave the mouse to the terminal'
complete -c plenary -n '__plenary_verb ""' -a import -d 'Make a bundle of a file, and say what was guessed or odd; without BUNDLE in ~/.local/share/plenary/conferences'
complete -c plenary -n '__plenary_verb ""' -a list -d 'The conferences that are known: opened before, imported without BUNDLE, or shipped'
complete -c plenary -n '__plenary_verb ""' -a check -d 'List every problem of a bundle or a file'
complete -c plenary -n '__plenary_verb ""' -a export -d 'Write the programme in another format'
complete -c plenary -n '__plenary_verb ""' -a notes -d 'Your notes, from the command line'
complete -c plenary -n '__plenary_verb ""' -a kiosk -d 'Show a board of what is on, locked, until SIGTERM'
complete -c plenary -n '__plenary_verb ""' -s n -l now -x -d 'Start a clock at TIME of the venue, as 2017-12-04T09:41'
complete -c plenary -n '__plenary_verb ""' -l theme -x -a 'dark light mono' -d 'dark, light or mono; otherwise as the terminal says'
complete -c plenary -n '__plenary_verb ""' -l ascii -d 'Draw with ASCII characters only'
complete -c plenary -n '__plenary_verb ""' -l no-mouse -d 'Leave the mouse to the terminal'
# end of fish
