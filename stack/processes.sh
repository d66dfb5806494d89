# shellcheck shell=bash
# Starting and ending processes. A pid counts only together with the time at which its process started, since numbers are
# used again.

readonly STOP_PATIENCE=15 # seconds that a server gets to stop before it is killed

# Prints what tells a process from all others that had or will have its pid; nothing when there is none. Linux counts from
# the boot; the clock, from which ps reckons, may be set.
birth_of() {
    local line boot fields
    if [ -r /proc/sys/kernel/random/boot_id ]; then
        { read -r line <"/proc/$1/stat" && read -r boot </proc/sys/kernel/random/boot_id; } 2>/dev/null || return 0
        read -r -a fields <<<"${line##*) }" # the name before it may hold anything
        [ "${fields[0]}" = Z ] || printf '%s %s' "${fields[19]}" "$boot"
    else
        ps -o lstart= -p "$1" 2>/dev/null | tr -s ' ' || true
    fi
}

# Prints the pid of a server that runs.
pid_of() {
    local pid birth
    [ -r "$dir/run/$1/pid" ] || return 1
    { read -r pid && read -r birth; } <"$dir/run/$1/pid" || return 1
    [ -n "$birth" ] && [ "$(birth_of "$pid")" = "$birth" ] || return 1
    printf %s "$pid"
}

# Starts a server's program in the background, its output in the log. The program must not fork; whatever is put in front of
# it must become it. A session of its own keeps an interrupt at the terminal away from it.
# What the caller has open, a lock say, is not the server's to keep.
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

# In tests timers of this process and what it becomes may be half a millisecond late, on Linux: threads of Cassandra without work
# look for some every 60 us otherwise (SEPWorker), which is half of what a ring costs that is asked little.
let_timers_wait() {
    local slack=/proc/self/timerslack_ns
    if [ "$profile" = test ] && [ -w $slack ]; then
        echo 500000 >$slack
    fi
}

is_open() {
    (exec 3<>"/dev/tcp/${1%:*}/${1##*:}") 2>/dev/null
}

# Prints who listens at the port $1, where the system tells.
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
            ! is_open "$address" || fail "$(listener_at "${address##*:}") listens at $address already, where $name would be:" \
                "stop it, or choose another port with --${name%%-*}-port."
        done
    done
}

# SIGKILL. The children of PostgreSQL go as well: one that lives on would hold its memory and refuse the next start.
kill_now() {
    local name=$1 pid=$2 children=
    case $name in
        postgres*)
            kill -STOP "$pid" 2>/dev/null || true # so that it has no more of them
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

# Waits until a server that has ended has let go of its ports: its threads end one after another, the first one first.
await_release() {
    local address waited=0
    for address in $(addresses_of "$1"); do
        while is_open "$address" && [ "$waited" -lt 100 ]; do
            sleep 0.05
            waited=$((waited + 1))
        done
    done
}

# Asks all to stop, the last started first, then waits for each.
stop_servers() {
    local name pid running='' reversed='' begin=$SECONDS
    for name in "$@"; do
        reversed="$name $reversed"
    done
    for name in $reversed; do
        if pid=$(pid_of "$name"); then
            case $name in
                postgres*) kill -INT "$pid" 2>/dev/null || true ;; # which ends sessions instead of waiting for them
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
    say "  $name has stopped."
}

# Lets one command at a time change this folder. With flock the lock ends with its owner, however that ends.
lock() {
    mkdir -p "$dir"
    if command -v flock >/dev/null; then
        exec 9>>"$dir/lock"
        flock -n 9 || { say "Waiting for another 'roost stack' that is at work here ..." && flock 9; }
        return
    fi
    if ! take_lock_folder; then
        say "Waiting for another 'roost stack' that is at work here ..."
        until take_lock_folder; do
            sleep 0.2
        done
    fi
    trap 'rm -rf "$dir/lock.folder"' EXIT
}

# Takes the lock where there is no flock; from an owner who has gone as well.
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
