# Completion of plenary's command line for fish.

# The verb that has been typed: nothing, one word, or two as in "notes add".
function __plenary_verb
  set -l verb
  for word in (commandline -opc)[2..-1]
    switch "$verb $word"
      case ' import' ' list' ' check' ' export' ' kiosk' ' notes'
        set verb $word
      case 'notes list' 'notes show' 'notes path' 'notes add' 'notes report'
        set verb "notes $word"
    end
  end
  test "$verb" = "$argv[1]"
end

complete -c plenary -s h -l help -d 'Show a summary and end'
complete -c plenary -s V -l version -d 'Show the version and end'
complete -c plenary -n '__plenary_verb ""' -a import -d 'Make a bundle of a file'
complete -c plenary -n '__plenary_verb ""' -a list -d 'The conferences that are known'
complete -c plenary -n '__plenary_verb ""' -a check -d 'List every problem'
complete -c plenary -n '__plenary_verb ""' -a export -d 'Write the programme in another format'
complete -c plenary -n '__plenary_verb ""' -a kiosk -d 'Show a board of what is on'
complete -c plenary -n '__plenary_verb ""' -a notes -d 'Your notes from the command line'
complete -c plenary -n '__plenary_verb "notes"' -a list -d 'All notes'
complete -c plenary -n '__plenary_verb "notes"' -a show -d 'One note'
complete -c plenary -n '__plenary_verb "notes"' -a path -d 'The file of a note'
complete -c plenary -n '__plenary_verb "notes"' -a add -d 'Add to a note'
complete -c plenary -n '__plenary_verb "notes"' -a report -d 'All notes as a report'

complete -c plenary -n '__plenary_verb ""' -s n -l now -x -d 'Start a clock at this time of the venue'
complete -c plenary -n '__plenary_verb ""' -l theme -x -a 'dark light mono' -d 'Dark, light or mono'
complete -c plenary -n '__plenary_verb ""' -l ascii -d 'Draw with ASCII characters only'
complete -c plenary -n '__plenary_verb ""' -l no-mouse -d 'Leave the mouse to the terminal'

complete -c plenary -n '__plenary_verb "import"' -l json -d 'Say it as JSON'
complete -c plenary -n '__plenary_verb "import"' -l update -d 'Renew a bundle that is there'

complete -c plenary -n '__plenary_verb "check"' -l json -d 'Say it as JSON'

complete -c plenary -n '__plenary_verb "export"' -s n -l now -x -d 'Start a clock at this time of the venue'
complete -c plenary -n '__plenary_verb "export"' -l format -x -a 'ics frab-xml schedule-json markdown html' -d 'What to write'
complete -c plenary -n '__plenary_verb "export"' -s o -l output -r -d 'Write into this file'
complete -c plenary -n '__plenary_verb "export"' -l day -x -d 'Only this day'
complete -c plenary -n '__plenary_verb "export"' -l room -x -d 'Only this room'
complete -c plenary -n '__plenary_verb "export"' -l plan -d 'Only what is starred'

complete -c plenary -n '__plenary_verb "kiosk"' -s n -l now -x -d 'Start a clock at this time of the venue'
complete -c plenary -n '__plenary_verb "kiosk"' -l theme -x -a 'dark light mono' -d 'Dark, light or mono'
complete -c plenary -n '__plenary_verb "kiosk"' -l ascii -d 'Draw with ASCII characters only'
complete -c plenary -n '__plenary_verb "kiosk"' -l no-mouse -d 'Leave the mouse to the terminal'
complete -c plenary -n '__plenary_verb "kiosk"' -l room -x -d 'Only this room'
complete -c plenary -n '__plenary_verb "kiosk"' -l idle -x -d 'Seconds until the board is back'
complete -c plenary -n '__plenary_verb "kiosk"' -l night -x -d 'Hours in which to dim the board'
complete -c plenary -n '__plenary_verb "kiosk"' -l no-seconds -d 'A clock without seconds'
complete -c plenary -n '__plenary_verb "kiosk"' -l notices -r -d 'The notices of the staff'
complete -c plenary -n '__plenary_verb "kiosk"' -l log -r -d 'Note there what happens'

complete -c plenary -n '__plenary_verb "notes"' -s b -l bundle -r -d 'The conference of the notes'

complete -c plenary -n '__plenary_verb "notes list"' -s b -l bundle -r -d 'The conference of the notes'

complete -c plenary -n '__plenary_verb "notes show"' -s b -l bundle -r -d 'The conference of the notes'

complete -c plenary -n '__plenary_verb "notes path"' -s b -l bundle -r -d 'The conference of the notes'

complete -c plenary -n '__plenary_verb "notes add"' -s b -l bundle -r -d 'The conference of the notes'

complete -c plenary -n '__plenary_verb "notes report"' -s b -l bundle -r -d 'The conference of the notes'
complete -c plenary -n '__plenary_verb "notes report"' -s n -l now -x -d 'Start a clock at this time of the venue'
complete -c plenary -n '__plenary_verb "notes report"' -l format -x -a 'markdown html csv ical' -d 'What to write'
complete -c plenary -n '__plenary_verb "notes report"' -s o -l output -r -d 'Write into this file'
complete -c plenary -n '__plenary_verb "notes report"' -l keep-attribution -d 'Keep names under the Chatham House rule'
complete -c plenary -n '__plenary_verb "notes report"' -l include-off-the-record -d 'Keep notes that are off the record'
