#!/usr/bin/env bash
# The servers of a cluster as plain processes on this machine, for development and tests: './roost stack --help' tells more.
# Everything is kept under one folder: dist/ holds what was fetched, run/NAME/ the data, log and pid of each server.
set -euo pipefail

here=$(cd -P "${BASH_SOURCE[0]%/*}" && printf '%s' "$PWD")
readonly here
readonly PATIENCE=180     # seconds until a server must be ready
readonly STOP_PATIENCE=15 # seconds that a server gets to stop before it is killed

dir=${here%/*}/.stack
dist=
only=
profile=
cassandra_nodes=
follow=false
confirmed=false
given_ports=()

# ---------------------------------------------------------------------------------------------------------------------
# Messages

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "roost stack: $*"
    exit 1
}

help() {
    cat <<'TEXT'
Usage: roost stack COMMAND [OPTIONS]

The servers of a cluster on this machine, for development and tests: Kafka, Cassandra, Redis and PostgreSQL, the last one
three times: accounts and two shards of the graph. No Docker is needed; what is missing is fetched from Maven Central.
'roost start --stores=cluster' finds them at their default ports.

Commands:
  start        Starts what does not run yet, and waits until all is ready.
  status       Shows each server; exit code 0 when all run, 3 otherwise.
  logs [NAME]  Shows the end of the logs, or of one.
  stop         Stops all servers.
  kill NAME    Ends one by SIGKILL, as a crash does.
  wipe         Stops all servers and deletes their data.

Options:
  --dir DIR             Where everything is kept (default: .stack in the source tree).
  --dist DIR            Where what was fetched is kept (default: dist in that folder).
  --only NAME,...       start, stop: only these servers.
  --cassandra-nodes N   start: 1 or 3 nodes; 3 are at 127.0.0.1, .2 and .3 (default: as before, at first 1).
  --kafka-port N        start: default 19092; the controller is at the next port.
  --cassandra-port N    start: default 19042; nodes talk at the next port, JMX is at those after it.
  --redis-port N        start: default 26379.
  --postgres-port N     start: default 25432 for accounts; the shards are at the next two.
  --test                start: for tests: small, quick to start, not safe against a loss of power.
  -f, --follow          logs: go on.
  --yes                 wipe: do not ask.

Ports and nodes are remembered in the folder.
Names: postgres-accounts, postgres-graph-1, postgres-graph-2, redis, kafka, cassandra, cassandra-2, cassandra-3.
TEXT
}

# ---------------------------------------------------------------------------------------------------------------------
# Which servers there are, and where

# Sets what was remembered and what is given now; writes it down when the command is start.
settle() {
    kafka_port=19092 cassandra_port=19042 redis_port=26379 postgres_port=25432
    local remembered_nodes=1 remembered_profile=normal given
    if [ -r "$dir/settings" ]; then
        # shellcheck disable=SC1091  # written below
        . "$dir/settings"
    fi
    for given in ${given_ports[@]+"${given_ports[@]}"}; do
        case ${given%%=*} in
            kafka) kafka_port=${given#*=} ;;
            cassandra) cassandra_port=${given#*=} ;;
            redis) redis_port=${given#*=} ;;
            postgres) postgres_port=${given#*=} ;;
        esac
    done
    cassandra_nodes=${cassandra_nodes:-$remembered_nodes}
    profile=${profile:-$remembered_profile}
    case $cassandra_nodes in
        1 | 3) ;;
        *) fail "--cassandra-nodes is $cassandra_nodes, expected 1 or 3." ;;
    esac
    dist=${dist:-$dir/dist}
}

remember() {
    printf '%s\n' "kafka_port=$kafka_port cassandra_port=$cassandra_port redis_port=$redis_port" \
        "postgres_port=$postgres_port remembered_nodes=$cassandra_nodes remembered_profile=$profile" >"$dir/settings"
}

all_servers() {
    local names="postgres-accounts postgres-graph-1 postgres-graph-2 redis kafka cassandra"
    if [ "$cassandra_nodes" = 3 ]; then
        names="$names cassandra-2 cassandra-3"
    fi
    printf '%s\n' "$names"
}

# Those meant by --only, or all.
chosen_servers() {
    local all name
    all=$(all_servers)
    if [ -z "$only" ]; then
        printf '%s\n' "$all"
        return
    fi
    for name in ${only//,/ }; do
        case " $all " in
            *" $name "*) printf '%s ' "$name" ;;
            *) fail "There is no server '$name': $all are." ;;
        esac
    done
}

host_of() {
    case $1 in
        cassandra-2) printf 127.0.0.2 ;;
        cassandra-3) printf 127.0.0.3 ;;
        *) printf 127.0.0.1 ;;
    esac
}

port_of() {
    case $1 in
        postgres-accounts) printf %s "$postgres_port" ;;
        postgres-graph-1) printf %s "$((postgres_port + 1))" ;;
        postgres-graph-2) printf %s "$((postgres_port + 2))" ;;
        redis) printf %s "$redis_port" ;;
        kafka) printf %s "$kafka_port" ;;
        cassandra*) printf %s "$cassandra_port" ;;
    esac
}

is_open() {
    (exec 3<>"/dev/tcp/$(host_of "$1")/$(port_of "$1")") 2>/dev/null
}

# ---------------------------------------------------------------------------------------------------------------------
# Processes: a pid counts only with the time at which its process started, since numbers are used again

started_at() {
    ps -o lstart= -p "$1" 2>/dev/null | tr -s ' ' | sed 's/ $//' || true
}

# Prints the pid of a server that runs.
pid_of() {
    local pid started
    [ -r "$dir/run/$1/pid" ] || return 1
    { read -r pid && read -r started; } <"$dir/run/$1/pid" || return 1
    [ -n "$started" ] && [ "$(started_at "$pid")" = "$started" ] || return 1
    printf %s "$pid"
}

# Starts a server's program in the background, its output in the log; the program must not fork.
launch() {
    local name=$1 pid
    shift
    nohup "$@" >"$dir/run/$name/log" 2>&1 </dev/null &
    pid=$!
    printf '%s\n%s\n' "$pid" "$(started_at "$pid")" >"$dir/run/$name/pid"
}

# ---------------------------------------------------------------------------------------------------------------------
# Fetching

need_maven() {
    command -v mvn >/dev/null || fail "Maven (mvn) is needed to fetch the servers. Debian, Ubuntu: apt install maven"
}

# Fetches the libraries that stack/$1/pom.xml names into dist/$1/lib, unless they are there.
fetch() {
    local name=$1 lib=$dist/$1/lib
    [ ! -f "$dist/$name/complete" ] || cmp -s "$here/$name/pom.xml" "$dist/$name/complete" || rm -rf "${dist:?}/$name"
    [ ! -f "$dist/$name/complete" ] || return 0
    need_maven
    say "Fetching $name ..."
    mkdir -p "$lib"
    mvn -B -q -f "$here/$name/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies \
        -DincludeScope=runtime -DoutputDirectory="$lib" </dev/null >"$dist/$name/fetch.log" 2>&1 ||
        { cat "$dist/$name/fetch.log" >&2 && fail "$name could not be fetched; the lines above are Maven's."; }
    if declare -F "unpack_$name" >/dev/null; then
        "unpack_$name"
    fi
    cp "$here/$name/pom.xml" "$dist/$name/complete"
}

unpack_postgres() {
    (cd "$dist/postgres" && unzip_one 'lib/*.jar' '*.txz' && tar -xJf ./*.txz && rm -f ./*.txz)
}

unpack_redis() {
    (cd "$dist/redis" && unzip_one 'lib/*.jar' 'redis-server-*-linux-amd64' && mv redis-server-*-linux-amd64 redis-server &&
        chmod +x redis-server)
}

# Takes one file out of an archive into the current folder. A JDK is there anyway, unzip perhaps not.
unzip_one() {
    local archive file
    # shellcheck disable=SC2086  # a pattern
    archive=$(printf '%s\n' $1 | head -n 1)
    # shellcheck disable=SC2254  # a pattern
    for file in $("$(java_17)/bin/jar" tf "$archive"); do
        case ${file##*/} in
            $2) "$(java_17)/bin/jar" xf "$archive" "$file" && { [ "$file" = "${file##*/}" ] || mv "$file" .; } ;;
        esac
    done
}

# Prints the home of a JDK 17, which Cassandra needs.
java_17() {
    local home
    for home in "${ROOST_JAVA17_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* "${HOME:-}"/.sdkman/candidates/java/17*; do
        if [ -x "$home/bin/jar" ] && grep -q '^JAVA_VERSION="17[."]' "$home/release" 2>/dev/null; then
            printf %s "$home"
            return
        fi
    done
    return 1
}

need_java_17() {
    java_17 >/dev/null && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing openjdk-17-jdk-headless, which Cassandra needs ..."
        { apt-get -q update && apt-get -q install -y --no-install-recommends openjdk-17-jdk-headless; } </dev/null >&2
    fi
    java_17 >/dev/null || fail "Cassandra needs a JDK 17: install one (Debian, Ubuntu: apt install openjdk-17-jdk-headless)," \
        "or name one with ROOST_JAVA17_HOME."
}

# Makes sure that all programs for these servers are there.
fetch_for() {
    local name
    need_java_17
    for name in "$@"; do
        case $name in
            postgres*) fetch postgres ;;
            kafka) fetch kafka ;;
            cassandra*) fetch cassandra ;;
            redis) command -v redis-server >/dev/null || fetch redis ;;
        esac
    done
}

# ---------------------------------------------------------------------------------------------------------------------
# The servers

# Small heaps; for tests also the compiler that starts quickly and stays slow.
java_command() {
    local heap=$1
    printf '%s\n' "$(java_17)/bin/java" "-Xms$heap" "-Xmx$heap" -XX:+UseSerialGC
    [ "$profile" != test ] || printf '%s\n' -XX:TieredStopAtLevel=1
}

start_postgres() {
    local name=$1 data=$dir/run/$1/data program=$dist/postgres/bin database options=() as_user=()
    case $name in
        postgres-accounts) database=roost_accounts ;;
        *) database=roost_graph ;;
    esac
    # PostgreSQL refuses to run as root, but believes a user namespace of its own.
    [ "$(id -u)" != 0 ] || as_user=(unshare -U)
    if [ ! -f "$data/PG_VERSION" ]; then
        rm -rf "$data"
        {
            ${as_user[@]+"${as_user[@]}"} "$program/initdb" -D "$data" -A trust -U postgres --no-sync -E UTF8 \
                --locale=C.UTF-8 &&
                echo "CREATE DATABASE $database" |
                ${as_user[@]+"${as_user[@]}"} "$program/postgres" --single -D "$data" postgres
        } >"$dir/run/$name/log" 2>&1
    fi
    [ "$profile" != test ] || options=(-c fsync=off -c full_page_writes=off)
    launch "$name" ${as_user[@]+"${as_user[@]}"} "$program/postgres" -D "$data" -p "$(port_of "$name")" -k "$dir/run/$name" \
        -c listen_addresses=127.0.0.1 -c max_connections=200 -c shared_buffers=64MB ${options[@]+"${options[@]}"}
}

start_redis() {
    local program=$dist/redis/redis-server
    if command -v redis-server >/dev/null; then
        program=redis-server
    fi
    # Nothing is saved: what is in Redis can be lost at any time and heals itself. The limit lets a timeline of 800 entries
    # and a little more keep the compact encoding; this name of it is understood by old and new versions.
    launch redis "$program" --port "$redis_port" --bind 127.0.0.1 --dir "$dir/run/redis" --save '' --appendonly no \
        --zset-max-ziplist-entries 1024
}

kafka_properties() {
    local controller=$((kafka_port + 1))
    cat <<TEXT
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$controller
listeners=PLAINTEXT://127.0.0.1:$kafka_port,CONTROLLER://127.0.0.1:$controller
advertised.listeners=PLAINTEXT://127.0.0.1:$kafka_port
controller.listener.names=CONTROLLER
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs=$dir/run/kafka/data
auto.create.topics.enable=false
offsets.topic.num.partitions=8
offsets.topic.replication.factor=1
transaction.state.log.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
log.cleaner.dedupe.buffer.size=8388608
num.network.threads=2
num.io.threads=4
TEXT
}

start_kafka() {
    local run=$dir/run/kafka java=() line
    while IFS= read -r line; do java+=("$line"); done < <(java_command 256m)
    java+=("-Dlog4j2.configurationFile=$here/kafka/log4j2.xml" -cp "$dist/kafka/lib/*")
    kafka_properties >"$run/server.properties"
    if [ ! -f "$run/data/meta.properties" ]; then
        "${java[@]}" kafka.tools.StorageTool format -t cm9vc3Qtc3RhY2sta2Fma2 -c "$run/server.properties" \
            >"$run/log" 2>&1
    fi
    launch kafka "${java[@]}" kafka.Kafka "$run/server.properties"
}

cassandra_yaml() {
    local run=$1 host=$2 sync='commitlog_sync: batch'
    [ "$profile" != test ] || sync=$'commitlog_sync: periodic\ncommitlog_sync_period: 10000ms'
    cat <<TEXT
cluster_name: roost
num_tokens: 4
partitioner: org.apache.cassandra.dht.Murmur3Partitioner
endpoint_snitch: SimpleSnitch
listen_address: $host
rpc_address: $host
native_transport_port: $cassandra_port
storage_port: $((cassandra_port + 1))
start_native_transport: true
auto_bootstrap: false
seed_provider:
  - class_name: org.apache.cassandra.locator.SimpleSeedProvider
    parameters: [{seeds: "127.0.0.1:$((cassandra_port + 1))"}]
data_file_directories: ["$run/data"]
commitlog_directory: "$run/commitlog"
hints_directory: "$run/hints"
saved_caches_directory: "$run/saved_caches"
cdc_raw_directory: "$run/cdc"
$sync
commitlog_segment_size: 8MiB
commitlog_total_space: 128MiB
memtable_heap_space: 64MiB
memtable_offheap_space: 64MiB
memtable_allocation_type: heap_buffers
memtable_flush_writers: 1
concurrent_reads: 16
concurrent_writes: 16
concurrent_compactors: 1
key_cache_size: 8MiB
file_cache_size: 32MiB
networking_cache_size: 16MiB
disk_optimization_strategy: ssd
auto_snapshot: false
hinted_handoff_enabled: true
batch_size_warn_threshold: 64KiB
TEXT
}

start_cassandra() {
    local name=$1 run=$dir/run/$1 heap=512m number=1 java=() line
    case $name in
        *-*) number=${name##*-} ;;
    esac
    [ "$profile" != test ] || heap=320m
    while IFS= read -r line; do java+=("$line"); done < <(java_command $heap)
    mkdir -p "$run/conf"
    cassandra_yaml "$run" "$(host_of "$name")" >"$run/conf/cassandra.yaml"
    cp "$here/cassandra/logback.xml" "$run/conf/"
    launch "$name" "${java[@]}" "@$here/cassandra/java.args" -Xss512k -XX:MaxDirectMemorySize=256m \
        "-Dcassandra.config=file://$run/conf/cassandra.yaml" "-Dlogback.configurationFile=$run/conf/logback.xml" \
        "-Dcassandra.storagedir=$run" "-Dcassandra.logdir=$run/logs" \
        "-Dcassandra.jmx.local.port=$((cassandra_port + 1 + number))" -Dcassandra.skip_wait_for_gossip_to_settle=0 \
        -Dcassandra.ring_delay_ms=1000 -Dcassandra.superuser_setup_delay_ms=0 -Dcassandra.libjemalloc=- \
        -Dcassandra.shutdown_announce_in_ms=0 -Dcassandra.consistent.rangemovement=false \
        -cp "$run/conf:$dist/cassandra/lib/*" org.apache.cassandra.service.CassandraDaemon
}

start_server() {
    case $1 in
        postgres*) start_postgres "$1" ;;
        redis) start_redis ;;
        kafka) start_kafka ;;
        cassandra*) start_cassandra "$1" ;;
    esac
}

# What fails before there is a process leaves an empty pid file.
start_or_tell() {
    local code
    # Not in a condition, where 'set -e' would not count.
    set +e
    (set -e && start_server "$1")
    code=$?
    [ $code = 0 ] || : >"$dir/run/$1/pid"
}

# Whether it takes requests. Logs begin anew with each start.
is_ready() {
    case $1 in
        postgres*) grep -q 'ready to accept connections' "$dir/run/$1/log" 2>/dev/null && is_open "$1" ;;
        kafka) grep -q 'Kafka Server started' "$dir/run/kafka/log" 2>/dev/null ;;
        *) is_open "$1" ;;
    esac
}

# ---------------------------------------------------------------------------------------------------------------------
# Commands

lock() {
    mkdir -p "$dir"
    local waited=0
    while ! mkdir "$dir/lock" 2>/dev/null; do
        if [ "$waited" -ge $((PATIENCE * 5)) ]; then
            fail "Another 'roost stack' seems to be at work here; if it is not, remove $dir/lock."
        fi
        [ "$waited" != 0 ] || say "Waiting for another 'roost stack' that is at work here ..."
        sleep 0.2
        waited=$((waited + 1))
    done
    trap 'rmdir "$dir/lock" 2>/dev/null || true' EXIT
    trap 'exit 130' INT TERM
}

refuse_taken_port() {
    if is_open "$1"; then
        fail "Something else listens at $(host_of "$1"):$(port_of "$1"), where $1 would be: stop it, or choose another port" \
            "with --${1%%-*}-port."
    fi
}

start_all() {
    local name waiting='' begin=$SECONDS names
    names=$(chosen_servers)
    lock
    for name in $names; do
        if ! pid_of "$name" >/dev/null; then
            refuse_taken_port "$name"
            waiting="$waiting $name"
        fi
    done
    if [ -z "$waiting" ]; then
        say "All servers run already: $names."
        return
    fi
    # shellcheck disable=SC2086  # a list of names
    fetch_for $waiting
    remember
    say "Starting$waiting ..."
    for name in $waiting; do
        mkdir -p "$dir/run/$name"
        rm -f "$dir/run/$name/pid" "$dir/run/$name/log"
        start_or_tell "$name" &
    done
    # shellcheck disable=SC2086
    await_ready $waiting
    say "All servers are ready after $((SECONDS - begin)) s."
}

await_ready() {
    local waiting="$*" begin=$SECONDS name still
    while [ -n "$waiting" ]; do
        still=
        for name in $waiting; do
            if is_ready "$name"; then
                say "  $name is ready at $(host_of "$name"):$(port_of "$name") ($((SECONDS - begin)) s)"
            elif [ -f "$dir/run/$name/pid" ] && ! pid_of "$name" >/dev/null && ! is_ready "$name"; then
                give_up "$name" "has ended" "$@"
            elif [ $((SECONDS - begin)) -ge $PATIENCE ]; then
                give_up "$name" "was not ready within $PATIENCE s" "$@"
            else
                still="$still $name"
            fi
        done
        waiting=${still# }
        [ -z "$waiting" ] || sleep 0.2
    done
}

# Stops again what this command has started.
give_up() {
    local name=$1 reason=$2
    shift 2
    say "The end of the log of $name:"
    tail -n 30 "$dir/run/$name/log" >&2 || true
    stop_servers "$@"
    fail "$name $reason; the lines above are from its log, $dir/run/$name/log."
}

reversed() {
    local name all=''
    for name in "$@"; do
        all="$name $all"
    done
    printf %s "$all"
}

# Asks all to stop, then waits for each.
stop_servers() {
    local name pid signal waited names running=''
    names=$(reversed "$@")
    for name in $names; do
        signal=TERM
        case $name in
            postgres*) signal=INT ;; # which ends sessions instead of waiting for them
        esac
        if pid=$(pid_of "$name"); then
            kill -"$signal" "$pid" 2>/dev/null || true
            running="$running $name"
        fi
    done
    for name in $running; do
        waited=0
        while pid=$(pid_of "$name"); do
            if [ "$waited" = $((STOP_PATIENCE * 10)) ]; then
                say "  $name does not stop and is killed."
                kill -KILL "$pid" 2>/dev/null || true
            fi
            sleep 0.1
            waited=$((waited + 1))
        done
        rm -f "$dir/run/$name/pid"
        say "  $name has stopped."
    done
}

stop_all() {
    lock
    # shellcheck disable=SC2046
    stop_servers $(chosen_servers)
    say "No server runs${only:+ of those named}."
}

kill_with_children() {
    local children
    children=$(pgrep -P "$1" || true)
    # shellcheck disable=SC2086  # a list of pids
    kill -KILL "$1" $children 2>/dev/null || true
}

kill_one() {
    local pid
    [ -n "$only" ] || fail "kill needs the name of a server: $(all_servers)."
    only=$(chosen_servers)
    only=${only% }
    pid=$(pid_of "$only") || fail "$only does not run."
    case $only in
        postgres*) kill_with_children "$pid" ;; # who would hold on to the port
        *) kill -KILL "$pid" ;;
    esac
    while pid_of "$only" >/dev/null; do
        sleep 0.05
    done
    rm -f "$dir/run/$only/pid"
    say "$only was killed."
}

status() {
    local name pid state memory size code=0
    printf '%-18s %-16s %8s  %-8s %8s %8s\n' NAME ADDRESS PID STATE MEMORY DATA
    for name in $(all_servers); do
        state=stopped memory=- size=-
        if pid=$(pid_of "$name"); then
            state=starting
            ! is_ready "$name" || state=ready
            memory="$(($(ps -o rss= -p "$pid") / 1024)) MB"
        else
            pid=-
        fi
        [ ! -d "$dir/run/$name" ] || size=$(du -sh "$dir/run/$name" 2>/dev/null | cut -f1)
        [ $state = ready ] || code=3
        printf '%-18s %-16s %8s  %-8s %8s %8s\n' "$name" "$(host_of "$name"):$(port_of "$name")" "$pid" $state "$memory" \
            "$size"
    done
    exit $code
}

logs() {
    local name files=()
    for name in $(chosen_servers); do
        [ ! -f "$dir/run/$name/log" ] || files+=("$dir/run/$name/log")
    done
    [ ${#files[@]} -gt 0 ] || fail "There is no log yet."
    if $follow; then
        exec tail -n 20 -f "${files[@]}"
    fi
    tail -n 50 "${files[@]}"
}

wipe() {
    local answer=''
    if ! $confirmed; then
        [ -t 0 ] || fail "wipe deletes all data in $dir/run: say --yes."
        read -r -p "Delete all data of the servers in $dir/run? [y/N] " answer
        [ "$answer" = y ] || fail "Nothing was deleted."
    fi
    stop_all
    rm -rf "$dir/run" "$dir/settings"
    say "The data was deleted; what was fetched is kept in $dist."
}

value_of() {
    [ $# -ge 2 ] || fail "$1 needs a value."
    printf %s "$2"
}

main() {
    local command=${1:-}
    [ $# -eq 0 ] || shift
    while [ $# -gt 0 ]; do
        case $1 in
            -h | --help) help && exit 0 ;;
            --dir) dir=$(value_of "$@") && shift ;;
            --dist) dist=$(value_of "$@") && shift ;;
            --only) only=$(value_of "$@") && shift ;;
            --cassandra-nodes) cassandra_nodes=$(value_of "$@") && shift ;;
            --kafka-port | --cassandra-port | --redis-port | --postgres-port)
                case $(value_of "$@") in
                    '' | *[!0-9]*) fail "$1 is '$2', expected a number." ;;
                esac
                given_ports+=("$(set -- "${1#--}" && printf %s "${1%-port}")=$2") && shift
                ;;
            --test) profile='test' ;;
            --yes) confirmed=true ;;
            -f | --follow) follow=true ;;
            -*) fail "There is no option '$1'; 'roost stack --help' lists them." ;;
            *)
                case $command in
                    logs | kill) only=$1 ;;
                    *) fail "'$1' is too much; 'roost stack --help' tells more." ;;
                esac
                ;;
        esac
        shift
    done
    mkdir -p "$dir"
    dir=$(cd "$dir" && pwd)
    settle
    case $command in
        start) start_all ;;
        status) status ;;
        logs) logs ;;
        stop) stop_all ;;
        kill) kill_one ;;
        wipe) wipe ;;
        -h | --help | help) help ;;
        '')
            help >&2
            exit 2
            ;;
        *)
            say "roost stack: There is no command '$command'; 'roost stack --help' lists them."
            exit 2
            ;;
    esac
}

main "$@"
