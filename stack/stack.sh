#!/usr/bin/env bash
# Runs the servers of a cluster as plain processes on this machine, for development and tests; see './roost stack --help'.
# One folder contains everything: dist/ the downloads, run/NAME/ the data, log and pid of each server.
# Linux and macOS (bash 3.2), with or without root.
set -euo pipefail
umask 077 # data, logs and passwords are this user's

here=$(cd -P "${BASH_SOURCE[0]%/*}" && printf '%s' "$PWD")
readonly here

# Values of options; empty means the remembered value or the default.
dir=${here%/*}/.stack
dist=${ROOST_STACK_DIST:-}
only=
follow=false
confirmed=false
given=()

# shellcheck source=stack/settings.sh
. "$here/settings.sh"
# shellcheck source=stack/processes.sh
. "$here/processes.sh"
# shellcheck source=stack/access.sh
. "$here/access.sh"
# shellcheck source=stack/fetch.sh
. "$here/fetch.sh"
# shellcheck source=stack/postgres/postgres.sh
. "$here/postgres/postgres.sh"
# shellcheck source=stack/redis/redis.sh
. "$here/redis/redis.sh"
# shellcheck source=stack/kafka/kafka.sh
. "$here/kafka/kafka.sh"
# shellcheck source=stack/cassandra/cassandra.sh
. "$here/cassandra/cassandra.sh"
# shellcheck source=stack/s3/s3.sh
. "$here/s3/s3.sh"
# shellcheck source=stack/opensearch/opensearch.sh
. "$here/opensearch/opensearch.sh"
# shellcheck source=stack/flink/flink.sh
. "$here/flink/flink.sh"
# shellcheck source=stack/commands.sh
. "$here/commands.sh"

say() {
    printf '%s\n' "$*" >&2
}

print_help() {
    cat "$here/help/$1.txt"
}

fail() {
    say "roost stack: $*"
    exit 1
}

misused() {
    say "roost stack: $*"
    exit 2
}

# Rejects the option $1 unless the command is one of those after it.
only_for() {
    local option=$1 name
    shift
    for name in "$@"; do
        [ "$name" != "$command" ] || return 0
    done
    misused "'$option' is not an option of $command; see 'roost stack $command --help'."
}

# Takes the name of a server as an argument: logs kafka.
take_name() {
    case $command in
        logs | kill) ;;
        *) misused "Unexpected argument '$1'; see 'roost stack $command --help'." ;;
    esac
    [ -z "$only" ] || misused "$command takes one name, not '$only' and '$1'."
    only=$1
}

# Takes the option $1, with $2 as its value if it has one; sets taken to the number of words.
take_option() {
    taken=1
    case $1 in
        --test) only_for "$1" start && given+=(profile=test) ;;
        --yes) only_for "$1" wipe && confirmed=true ;;
        -f | --follow) only_for "$1" logs && follow=true ;;
        --dir | --dist | --only | --cassandra-nodes | --kafka-port | --cassandra-port | --redis-port | --postgres-port | \
            --s3-port | --opensearch-port | --flink-port)
            [ -n "${2:-}" ] || misused "$1 needs a value."
            taken=2
            ;;
        -*) misused "Unknown option '$1'; see 'roost stack $command --help'." ;;
        *) take_name "$1" ;;
    esac
    case $1 in
        --dir) dir=$2 ;;
        --dist) only_for "$1" start && dist=$2 ;;
        --only) only_for "$1" start stop && only=$2 ;;
        --cassandra-nodes) only_for "$1" start && given+=("cassandra-nodes=$2") ;;
        --*-port) only_for "$1" start && given+=("${1#--}=$2") ;;
    esac
}

main() {
    local taken argument
    command=${1:-}
    case $command in
        start | status | logs | stop | kill | wipe) shift ;;
        -h | --help | help)
            print_help stack
            exit 0
            ;;
        '')
            print_help stack >&2
            exit 2
            ;;
        *) misused "Unknown command '$command'; see 'roost stack --help'." ;;
    esac
    for argument in "$@"; do
        case $argument in
            -h | --help)
                print_help "$command"
                exit 0
                ;;
        esac
    done
    while [ $# -gt 0 ]; do
        take_option "$@"
        shift "$taken"
    done
    settle
    "run_$command"
}

main "$@"
