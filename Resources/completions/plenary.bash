# Completion of plenary's command line for bash.

_plenary() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} verb='' options verbs='' index
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "$verb ${COMP_WORDS[index]}" in
      ' import' | ' list' | ' check' | ' export' | ' kiosk' | ' notes') verb=${COMP_WORDS[index]} ;;
      'notes list' | 'notes show' | 'notes path' | 'notes add' | 'notes report') verb="notes ${COMP_WORDS[index]}" ;;
    esac
  done
  case $before in
    --theme) COMPREPLY=($(compgen -W 'dark light mono' -- "$word")); return ;;
    --format)
      local formats='ics frab-xml schedule-json markdown html'
      [[ $verb != 'notes report' ]] || formats='markdown html csv ical'
      COMPREPLY=($(compgen -W "$formats" -- "$word"))
      return ;;
    --now | -n | --day | --room | --idle | --night) return ;;
  esac
  case $verb in
    '') options='--now --theme --ascii --no-mouse' ;;
    'import') options='--json --update' ;;
    'list') options='' ;;
    'check') options='--json' ;;
    'export') options='--now --format --output --day --room --plan' ;;
    'kiosk') options='--now --theme --ascii --no-mouse --room --idle --night --no-seconds --notices --log' ;;
    'notes') options='--bundle' ;;
    'notes list') options='--bundle' ;;
    'notes show') options='--bundle' ;;
    'notes path') options='--bundle' ;;
    'notes add') options='--bundle' ;;
    'notes report') options='--bundle --now --format --output --keep-attribution --include-off-the-record' ;;
  esac
  case $verb in
    '') verbs='import list check export kiosk notes' ;;
    notes) verbs='list show path add report' ;;
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$options --help --version" -- "$word"))
  else
    COMPREPLY=($(compgen -W "$verbs" -- "$word") $(compgen -f -- "$word"))
  fi
}

complete -o filenames -F _plenary plenary
