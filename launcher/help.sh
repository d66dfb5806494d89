# shellcheck shell=bash
# Prints help: the files in launcher/help. 'start.txt' is for 'roost start', 'admin/suspend.txt' for 'roost admin suspend'.
# LauncherTest compares them with the help of the Java program, which the launcher would have to build first.

print_help() {
    cat "$root/launcher/help/$1.txt"
}

# Sets help to the name of the help text that the command line asks for; returns 1 if it asks for none.
find_help() {
    local argument
    help=${1:-}
    # A benchmark prints its own help, and so do 'roost plan' and 'roost stack', which have no file here.
    if [ ! -f "$root/launcher/help/$help.txt" ] || { [ "$help" = bench ] && [ "${2:-}" != --help ] && [ "${2:-}" != -h ]; }; then
        return 1
    fi
    for argument in "${@:2}"; do
        case $argument in
            -h | --help)
                [ ! -f "$root/launcher/help/$1/$2.txt" ] || help=$1/$2
                [ ! -f "$root/launcher/help/$1/$2/${3:-}.txt" ] || help=$1/$2/$3
                return 0
                ;;
        esac
    done
    return 1
}
