# shellcheck shell=bash
# Starts and stops processes. A pid is valid only together with the start time of its process, because pids are reused.

readonly STOP_PATIENCE=15 # seconds that a server gets to stop before it is killed

# Prints what distinguishes a process from all others with the same pid; nothing without a process. Linux counts from the
# boot; ps uses the clock, which can change.
birth_of() {
    local line boot fields
    if [ -r /proc/sys/kernel/random/boot_id ]; then
        { read -r line <"/proc/$1/stat" && read -r boot </proc/sys/kernel/random/boot_id; } 2>/dev/null || return 0
        read -r -a fields <<<"${line##*) }" # the name before it can contain anything
        [ "${fields[0]}" = Z ] || printf '%s %s' "${fields[19]}" "$boot"
    else
        ps -o lstart= -p "$1" 2>/dev/null | tr -s ' ' || true
    fi
}

# Prints the pid of a running server.
pid_of() {
    local pid birth
    [ -r "$dir/run/$1/pid" ] || return 1
    { read -r pid && read -r birth; } <"$dir/run/$1/pid" || return 1
    [ -n "$birth" ] && [ "$(birth_of "$pid")" = "$birth" ] || return 1
    printf %s "$pid"
}

# Starts the program of a server in the background with its output in the log. The program must not fork; a wrapper must
# exec it. Its own session keeps interrupts at the terminal away. It must not keep open files of the caller, such as a lock.
launch() {
    local name=$1 pid session=(nohup)
    shift
    if command -v setsid >/dev/null; then
        session=(setsid)
    fi
    (cd "$dir/run/$name" && let_timers_wait && exec "${session[@]}" "$@") >>"$dir/run/$name/log" 2>&1 </dev/null 3>&- 4>&- 5>&- 9>&- &
    pid=$!
    printf '%s\n%s\n' "$pid" "$(birth_of "$pid")" >"$dir/run/$name/pid"
}

# In tests, lets timers be half a millisecond late on Linux. Otherwise idle threads of Cassandra look for work every 60 us
# (SEPWorker), which is half of the load of an idle ring.
let_timers_wait() {
    local slack=/proc/self/timerslack_ns
    if [ "$profile" = test ] && [ -w $slack ]; then
        echo 500000 >$slack
    fi
}

is_open() {
    (exec 3<>"/dev/tcp/${1%:*}/${1##*:}") 2>/dev/null
}

# Prints which process listens on the port $1, if the system says.
listener_at() {
    local who=
    if command -v ss >/dev/null; then
        who=$(ss -ltnpH "sport = :$1" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/\1 (pid \2)/p' | head -n 1)
    elif command -v lsof >/dev/null; then
        who=$(lsof -nP -iTCP:"$1" -sTCP:LISTEN 2>/dev/null | awk 'NR == 2 { print $1 " (pid " $2 ")" }')
    fi
    printf %s "${who:-Another process}"
}

refuse_taken_ports() {
    local name address
    for name in "$@"; do
        for address in $(addresses_of "$name"); do
            ! is_open "$address" || fail "$(listener_at "${address##*:}") already listens on $address, which $name needs." \
                "Stop it, or choose another port with --${name%%-*}-port."
        done
    done
}

# Sends SIGKILL, also to the children of PostgreSQL: one that survives keeps its memory and prevents the next start.
kill_now() {
    local name=$1 pid=$2 children=
    case $name in
        postgres*)
            kill -STOP "$pid" 2>/dev/null || true # so that it starts no more children
            children=$(pgrep -P "$pid" || true)
            ;;
    esac
    # shellcheck disable=SC2086  # a list of pids
    kill -KILL "$pid" $children 2>/dev/null || true
    for pid in "$pid" $children; do
        while [ -n "$(birth_of "$pid")" ]; do
            sleep 0.05
        done
    done
    await_release "$name"
}

# Waits until a stopped server has released its ports: its threads end one after another.
await_release() {
    local address waited=0
    for address in $(addresses_of "$1"); do
        while is_open "$address" && [ "$waited" -lt 100 ]; do
            sleep 0.05
            waited=$((waited + 1))
        done
    done
}

# Stops all servers in reverse order, then waits for each.
stop_servers() {
    local name pid running='' reversed='' begin=$SECONDS
    for name in "$@"; do
        reversed="$name $reversed"
    done
    for name in $reversed; do
        if pid=$(pid_of "$name"); then
            case $name in
                postgres*) kill -INT "$pid" 2>/dev/null || true ;; # ends sessions instead of waiting for them
                *) kill -TERM "$pid" 2>/dev/null || true ;;
            esac
            running="$running $name"
        fi
    done
    for name in $running; do
        await_end "$name" "$begin"
    done
}

await_end() {
    local name=$1 begin=$2 pid
    while pid=$(pid_of "$name"); do
        if [ $((SECONDS - begin)) -ge "$STOP_PATIENCE" ]; then
            kill_now "$name" "$pid"
            say "  $name did not stop within $STOP_PATIENCE s and was killed."
            return
        fi
        sleep 0.1
    done
    await_release "$name"
    say "  $name stopped."
}

# Lets one command at a time change this folder. With flock, the lock ends with its process in any case.
lock() {
    mkdir -p "$dir"
    if command -v flock >/dev/null; then
        exec 9>>"$dir/lock"
        flock -n 9 || { say "Waiting for another 'roost stack' command ..." && flock 9; }
        return
    fi
    if ! take_lock_folder; then
        say "Waiting for another 'roost stack' command ..."
        until take_lock_folder; do
            sleep 0.2
        done
    fi
    trap 'rm -rf "$dir/lock.folder"' EXIT
}

# Takes the lock without flock, also from a process that no longer exists.
take_lock_folder() {
    local owner=
    if mkdir "$dir/lock.folder" 2>/dev/null; then
        printf '%s\n' $$ >"$dir/lock.folder/owner"
        return
    fi
    if read -r owner 2>/dev/null <"$dir/lock.folder/owner" && ! kill -0 "$owner" 2>/dev/null; then
        rm -rf "$dir/lock.folder"
    fi
    return 1
}
