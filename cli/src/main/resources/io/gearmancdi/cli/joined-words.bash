
# The names of the commands have colons, at which bash breaks words: they are joined again before the completion, and
# what bash has already is cut off its answers. zsh does not break them.
function _joined_gearman-cdi() {
  local words=("${COMP_WORDS[0]}") i at=0 last=0
  for (( i = 1; i < ${#COMP_WORDS[@]}; i++ )); do
    if (( last > 0 )) && [[ "${COMP_WORDS[i]}" == ":" || "${words[last]}" == *: ]]; then
      words[last]="${words[last]}${COMP_WORDS[i]}"
    else
      (( ++last ))
      words[last]="${COMP_WORDS[i]}"
    fi
    if (( i == COMP_CWORD )); then at=${last}; fi
  done
  local COMP_WORDS=("${words[@]}") COMP_CWORD=${at}
  _complete_gearman-cdi
  if [[ -n "${BASH_VERSION:-}" ]]; then
    local word="${words[at]}"
    local before="${word%"${word##*:}"}"
    COMPREPLY=("${COMPREPLY[@]#"${before}"}")
  fi
}
complete -F _joined_gearman-cdi -o default gearman-cdi
