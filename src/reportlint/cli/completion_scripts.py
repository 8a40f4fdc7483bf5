"""The completion scripts of the shells. They call `reportlint`, and click answers, in a format that
it knows by the shell's name.

They replace click's own scripts: bash splits `--select=ordinal-g` into three words, zsh and fish
into one, but click completes only the part after the `=`; and click's script for fish takes the
text after a comma for another field.
"""

from __future__ import annotations

BASH = """\
_reportlint_completion() {
    local IFS=$'\\n' type value completion index at=$COMP_CWORD
    local -a words=()
    for index in "${!COMP_WORDS[@]}"; do
        if [[ ${COMP_WORDS[index]} != "=" ]]; then
            words+=("${COMP_WORDS[index]}")
        elif (( index < COMP_CWORD )); then
            at=$((at - 1))
        elif (( index == COMP_CWORD )); then
            words+=("''")
        fi
    done
    COMPREPLY=()
    for completion in $(env COMP_WORDS="${words[*]}" COMP_CWORD=$at _REPORTLINT_COMPLETE=bash_complete "$1"); do
        IFS=',' read -r type value <<< "$completion"
        case $type in
            plain) COMPREPLY+=("$value") ;;
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
        esac
    done
}

complete -o nosort -F _reportlint_completion reportlint
"""

ZSH = """\
#compdef reportlint

_reportlint_completion() {
    local -a plain described response
    local type key descr
    (( ! $+commands[reportlint] )) && return 1
    response=("${(@f)$(env COMP_WORDS="${words[*]}" COMP_CWORD=$((CURRENT-1)) _REPORTLINT_COMPLETE=zsh_complete reportlint)}")
    [[ $PREFIX == --*=* ]] && compset -P '--*='
    for type key descr in ${response}; do
        case $type in
            plain) if [[ $descr == _ ]]; then plain+=("$key"); else described+=("$key:$descr"); fi ;;
            dir) _path_files -/ ;;
            file) _path_files -f ;;
        esac
    done
    [[ -n $described ]] && _describe -V unsorted described
    [[ -n $plain ]] && compadd -V unsorted -a plain
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _reportlint_completion "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _reportlint_completion reportlint
fi
"""

FISH = """\
function _reportlint_completion
    set -l token (commandline -t)
    set -l before (string match -r -- '^--[^=]+=' $token)
    for completion in (env _REPORTLINT_COMPLETE=fish_complete COMP_WORDS=(commandline -cp) COMP_CWORD=$token reportlint)
        set -l part (string split -m 1 -- ',' $completion)
        switch $part[1]
            case plain
                printf '%s%s\\n' "$before" $part[2]
            case dir
                for path in (__fish_complete_directories $part[2])
                    printf '%s%s\\n' "$before" $path
                end
            case file
                for path in (__fish_complete_path $part[2])
                    printf '%s%s\\n' "$before" $path
                end
        end
    end
end

complete --no-files --command reportlint --arguments "(_reportlint_completion)"
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}
