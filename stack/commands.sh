# shellcheck shell=bash
# The commands.

readonly PATIENCE=180 # seconds until a server must be ready

# Fills the array java with a JVM with the heap size $1; for tests with the compiler that starts fast but generates slow code.
java_command() {
    java=("$(java_17)/bin/java" "-Xms$1" "-Xmx$1" -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError)
    [ "$profile" != test ] || java+=(-XX:TieredStopAtLevel=1)
}

start_server() {
    case $1 in
        postgres*) start_postgres "$1" ;;
        redis) start_redis ;;
        s3) start_s3 ;;
        opensearch) start_opensearch ;;
        kafka) start_kafka ;;
        flink-jobmanager) start_flink_jobmanager ;;
        flink-taskmanager) start_flink_taskmanager ;;
        cassandra*) start_cassandra "$1" ;;
    esac
}

# If a server fails before it has a process, its pid file is empty.
start_or_tell() {
    local code
    # Not in a condition, which would disable 'set -e'.
    set +e
    (set -e && start_server "$1")
    code=$?
    [ $code = 0 ] || : >"$dir/run/$1/pid"
}

# Whether it accepts requests. Each start has a new log.
is_ready() {
    case $1 in
        postgres*) grep -q 'ready to accept connections' "$dir/run/$1/log" 2>/dev/null || return 1 ;;
        opensearch) grep -q 'OpenSearch is ready' "$dir/run/opensearch/log" 2>/dev/null || return 1 ;;
        flink-jobmanager) grep -q 'Rest endpoint listening at' "$dir/run/flink-jobmanager/log" 2>/dev/null || return 1 ;;
        flink-taskmanager) is_flink_registered || return 1 ;;
        kafka) grep -q 'Kafka Server started' "$dir/run/kafka/log" 2>/dev/null || return 1 ;;
    esac
    is_open "$(host_of "$1"):$(port_of "$1")"
}

run_start() {
    local name names missing='' running='' begin=$SECONDS
    names=$(chosen_servers)
    lock
    for name in $names; do
        if pid_of "$name" >/dev/null; then
            running="$running $name"
        else
            missing="$missing $name"
        fi
    done
    [ -z "$running" ] || say "Already running:$running."
    # shellcheck disable=SC2086  # lists of names
    {
        refuse_taken_ports $missing
        fetch_for $missing
        remember
        prepare_access
        start_servers $missing
        await_ready $missing $running
    }
    [ -z "$missing" ] || say "All servers are ready after $((SECONDS - begin)) s. The settings for Roost are in $dir/roost.yaml."
}

start_servers() {
    local name run
    [ $# -gt 0 ] || return 0
    say "Starting $* ..."
    trap 'interrupted '"$*" INT TERM
    for name in "$@"; do
        run=$dir/run/$name
        mkdir -p "$run"
        rm -f "$run/pid"
        [ ! -f "$run/log" ] || mv -f "$run/log" "$run/log.before"
        : >"$run/log"
        start_or_tell "$name" &
    done
    started=$*
}

# Waits for all servers, including those that this command started.
await_ready() {
    local waiting="$*" begin=$SECONDS name still
    while [ -n "$waiting" ]; do
        still=
        for name in $waiting; do
            if is_ready "$name"; then
                say "  $name is ready at $(host_of "$name"):$(port_of "$name") ($((SECONDS - begin)) s)"
            elif [ -f "$dir/run/$name/pid" ] && ! pid_of "$name" >/dev/null; then
                give_up "$name" "exited"
            elif [ $((SECONDS - begin)) -ge "$PATIENCE" ]; then
                give_up "$name" "was not ready within $PATIENCE s"
            else
                still="$still $name"
            fi
        done
        waiting=$still
        [ -z "$waiting" ] || sleep 0.2
    done
}

give_up() {
    say "The end of the log of $1:"
    tail -n 30 "$dir/run/$1/log" >&2 || true
    stop_started
    fail "$1 $2; the lines above are the end of its log, $dir/run/$1/log."
}

# Stops what this command started, once all pid files exist.
stop_started() {
    trap '' INT TERM
    wait
    # shellcheck disable=SC2086  # a list of names
    stop_servers ${started:-}
}

interrupted() {
    say "interrupted."
    started=$*
    stop_started
    exit 130
}

run_stop() {
    local names
    names=$(chosen_servers)
    lock
    # shellcheck disable=SC2086  # a list of names
    stop_servers $names
    if [ -n "$only" ]; then
        say "The named servers are stopped."
    else
        say "All servers are stopped."
    fi
}

run_kill() {
    local pid
    [ -n "$only" ] || misused "kill needs the name of a server: $(all_servers)."
    only=$(chosen_servers)
    only=${only% }
    pid=$(pid_of "$only") || fail "$only is not running."
    kill_now "$only" "$pid"
    say "$only was killed."
}

run_status() {
    local name pid state memory size code=0
    printf '%-18s %-16s %8s  %-8s %8s %8s\n' NAME ADDRESS PID STATE MEMORY DATA
    for name in $(all_servers); do
        pid=- state=stopped memory=- size=-
        if pid_of "$name" >/dev/null; then
            pid=$(pid_of "$name") || pid=-
            state=starting
            ! is_ready "$name" || state=ready
            memory=$(memory_of "$pid")
        fi
        [ ! -d "$dir/run/$name" ] || size=$(du -sh "$dir/run/$name" 2>/dev/null | cut -f1)
        [ $state = ready ] || code=3
        printf '%-18s %-16s %8s  %-8s %8s %8s\n' "$name" "$(host_of "$name"):$(port_of "$name")" "$pid" $state "$memory" \
            "$size"
    done
    exit $code
}

memory_of() {
    local kilobytes
    kilobytes=$(ps -o rss= -p "$1" 2>/dev/null) || kilobytes=0
    printf '%s MB' $((kilobytes / 1024))
}

run_logs() {
    local name names files=()
    names=$(chosen_servers)
    for name in $names; do
        [ ! -f "$dir/run/$name/log" ] || files+=("$dir/run/$name/log")
    done
    [ ${#files[@]} -gt 0 ] || fail "There are no logs yet."
    if $follow; then
        exec tail -n 20 -F "${files[@]}"
    fi
    tail -n 50 "${files[@]}"
}

run_wipe() {
    local answer=''
    if ! $confirmed; then
        [ -t 0 ] || fail "wipe deletes all data in $dir/run: confirm with --yes."
        read -r -p "Delete all data of the servers in $dir/run? [y/N] " answer || true
        [ "$answer" = y ] || fail "Nothing was deleted."
    fi
    run_stop
    rm -rf "$dir/run" "$dir/settings" "$dir/password" "$dir/tls" "$dir/roost.yaml" "$dir/trends-job.yaml"
    say "Data deleted. Downloads are kept in $dist."
}
