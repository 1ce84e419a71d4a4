# Completion of plenary's command line for bash.

# generated: shell
# Takes one more word, if it belongs to the verb.
_plenary_verb() {
  case "${verb:+$verb }$1" in
    'find' | 'import' | 'new' | 'update' | 'list' | 'now' | 'next' | 'check' | 'changes' | 'export' | 'plan' | 'plan import' | 'plan share' | 'plan show' | 'notes' | 'notes list' | 'notes show' | 'notes path' | 'notes add' | 'notes attribution' | 'notes report' | 'notes share' | 'notes gather' | 'notes forget' | 'notice' | 'notice add' | 'notice list' | 'notice clear' | 'kiosk') verb="${verb:+$verb }$1" ;;
  esac
}

# What the verb has, and what the option before offers: words, / for files, - for nothing.
_plenary_rows() {
  case $verb in
    'find') options='--add --remove --directories --json --offline --language --help --version' ;;
    'import') options='--json --update --title --time-zone --id --language --map --yes --language --help --version' ;;
    'new') options='--title --start --end --time-zone --room --language --help --version' ;;
    'update') options='--all --brief --json --markdown --for-kiosks --yes --trust --language --help --version' ;;
    'list') options='--versions --language --help --version' ;;
    'now') options='--json --all --now --language --help --version' ;;
    'next') options='--json --all --now --language --help --version' ;;
    'check') options='--json --watch --language --help --version' ;;
    'changes') options='--json --markdown --language --help --version' ;;
    'export') options='--format --output --day --room --plan --now --language --help --version' ;;
    'plan') options='--language --help --version' verbs='import share show' ;;
    'plan import') options='--json --language --help --version' ;;
    'plan share') options='--file --qr --own --language --help --version' ;;
    'plan show') options='--json --language --help --version' ;;
    'notes') options='--bundle --language --help --version' verbs='list show path add attribution report share gather forget' ;;
    'notes list') options='--bundle --language --help --version' ;;
    'notes show') options='--bundle --language --help --version' ;;
    'notes path') options='--bundle --language --help --version' ;;
    'notes add') options='--bundle --language --help --version' ;;
    'notes attribution') options='--bundle --language --help --version' ;;
    'notes report') options='--format --output --session --day --since --rapporteur --keep-attribution --include-off-the-record --keep-doubtful --now --bundle --language --help --version' ;;
    'notes share') options='--author --include-off-the-record --stop --bundle --language --help --version' ;;
    'notes gather') options='--format --output --session --day --since --rapporteur --keep-attribution --include-off-the-record --keep-doubtful --now --bundle --language --help --version' ;;
    'notes forget') options='--yes --bundle --language --help --version' ;;
    'notice') options='--language --help --version' verbs='add list clear' ;;
    'notice add') options='--late --room --session --state --level --from --until --bundle --notices --now --language --help --version' ;;
    'notice list') options='--bundle --notices --now --language --help --version' ;;
    'notice clear') options='--over --bundle --notices --now --language --help --version' ;;
    'kiosk') options='--room --track --idle --night --no-seconds --notices --font --no-keys --log --status --stale --now --theme --ascii --no-mouse --language --help --version' ;;
    '') options='--now --theme --ascii --no-mouse --offline --remind --with --language --help --version' verbs='find import new update list now next check changes export plan notes notice kiosk' ;;
  esac
  case "$verb $1" in
    'import --title') offers='-' ;;
    'import --time-zone') offers='-' ;;
    'import --id') offers='-' ;;
    'import --language') offers='-' ;;
    'import --map') offers='-' ;;
    'new --title') offers='-' ;;
    'new --start') offers='-' ;;
    'new --end') offers='-' ;;
    'new --time-zone') offers='-' ;;
    'new --room') offers='-' ;;
    'list --versions') offers='/' ;;
    'now --now' | 'now -n') offers='-' ;;
    'next --now' | 'next -n') offers='-' ;;
    'export --format') offers='ics frab-xml schedule-json markdown html' ;;
    'export --output' | 'export -o') offers='/' ;;
    'export --day') offers='-' ;;
    'export --room') offers='-' ;;
    'export --now' | 'export -n') offers='-' ;;
    'plan share --file') offers='/' ;;
    'notes --bundle' | 'notes -b') offers='/' ;;
    'notes list --bundle' | 'notes list -b') offers='/' ;;
    'notes show --bundle' | 'notes show -b') offers='/' ;;
    'notes path --bundle' | 'notes path -b') offers='/' ;;
    'notes add --bundle' | 'notes add -b') offers='/' ;;
    'notes attribution --bundle' | 'notes attribution -b') offers='/' ;;
    'notes report --format') offers='markdown html csv ical' ;;
    'notes report --output' | 'notes report -o') offers='/' ;;
    'notes report --session') offers='-' ;;
    'notes report --day') offers='-' ;;
    'notes report --since') offers='-' ;;
    'notes report --rapporteur') offers='-' ;;
    'notes report --now' | 'notes report -n') offers='-' ;;
    'notes report --bundle' | 'notes report -b') offers='/' ;;
    'notes share --author') offers='-' ;;
    'notes share --bundle' | 'notes share -b') offers='/' ;;
    'notes gather --format') offers='markdown html csv ical' ;;
    'notes gather --output' | 'notes gather -o') offers='/' ;;
    'notes gather --session') offers='-' ;;
    'notes gather --day') offers='-' ;;
    'notes gather --since') offers='-' ;;
    'notes gather --rapporteur') offers='-' ;;
    'notes gather --now' | 'notes gather -n') offers='-' ;;
    'notes gather --bundle' | 'notes gather -b') offers='/' ;;
    'notes forget --bundle' | 'notes forget -b') offers='/' ;;
    'notice add --late') offers='-' ;;
    'notice add --room') offers='-' ;;
    'notice add --session') offers='-' ;;
    'notice add --state') offers='full closed' ;;
    'notice add --level') offers='info change emergency' ;;
    'notice add --from') offers='-' ;;
    'notice add --until') offers='-' ;;
    'notice add --bundle' | 'notice add -b') offers='/' ;;
    'notice add --notices') offers='/' ;;
    'notice add --now' | 'notice add -n') offers='-' ;;
    'notice list --bundle' | 'notice list -b') offers='/' ;;
    'notice list --notices') offers='/' ;;
    'notice list --now' | 'notice list -n') offers='-' ;;
    'notice clear --bundle' | 'notice clear -b') offers='/' ;;
    'notice clear --notices') offers='/' ;;
    'notice clear --now' | 'notice clear -n') offers='-' ;;
    'kiosk --room') offers='-' ;;
    'kiosk --track') offers='-' ;;
    'kiosk --idle') offers='-' ;;
    'kiosk --night') offers='-' ;;
    'kiosk --notices') offers='/' ;;
    'kiosk --font') offers='/' ;;
    'kiosk --log') offers='/' ;;
    'kiosk --status') offers='/' ;;
    'kiosk --stale') offers='-' ;;
    'kiosk --now' | 'kiosk -n') offers='-' ;;
    'kiosk --theme') offers='dark light mono' ;;
    ' --now' | ' -n') offers='-' ;;
    ' --theme') offers='dark light mono' ;;
    ' --remind') offers='-' ;;
    ' --with') offers='/' ;;
    *' --language') offers='-' ;;
  esac
}
# end of shell

_plenary() {
  local word=${COMP_WORDS[COMP_CWORD]} verb='' verbs='' options='' offers='' index
  for ((index = 1; index < COMP_CWORD; index++)); do _plenary_verb "${COMP_WORDS[index]}"; done
  _plenary_rows "${COMP_WORDS[COMP_CWORD - 1]}"
  case $offers in
    -) COMPREPLY=() ;;
    /) COMPREPLY=($(compgen -f -- "$word")) ;;
    ?*) COMPREPLY=($(compgen -W "$offers" -- "$word")) ;;
    *)
      if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$word"))
      else
        COMPREPLY=($(compgen -W "$verbs" -- "$word") $(compgen -f -- "$word"))
      fi ;;
  esac
}

complete -o filenames -F _plenary plenary
