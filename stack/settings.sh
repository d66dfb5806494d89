# shellcheck shell=bash
# The servers and their addresses: from the options, the settings that the folder remembers, and defaults.

# Sets everything from the remembered settings and the options; only start saves it.
settle() {
    local setting
    kafka_port=19092 cassandra_port=19042 redis_port=26379 postgres_port=25432 s3_port=19000 opensearch_port=19200
    flink_port=18081
    cassandra_nodes=1 profile=normal
    remembered_dist=
    case $dir in
        /*) ;;
        *) dir=$PWD/$dir ;;
    esac
    if [ -r "$dir/settings" ]; then
        while IFS= read -r setting; do
            assign "$setting"
        done <"$dir/settings"
    fi
    for setting in ${given[@]+"${given[@]}"}; do
        refuse_nonsense "$setting"
        refuse_while_in_use "$setting"
        assign "$setting"
    done
    dist=${dist:-${remembered_dist:-$dir/dist}}
    case $dist in
        /*) ;;
        *) dist=$PWD/$dist ;;
    esac
}

assign() {
    case ${1%%=*} in
        kafka-port) kafka_port=${1#*=} ;;
        cassandra-port) cassandra_port=${1#*=} ;;
        redis-port) redis_port=${1#*=} ;;
        postgres-port) postgres_port=${1#*=} ;;
        s3-port) s3_port=${1#*=} ;;
        opensearch-port) opensearch_port=${1#*=} ;;
        flink-port) flink_port=${1#*=} ;;
        cassandra-nodes) cassandra_nodes=${1#*=} ;;
        profile) profile=${1#*=} ;;
        dist) remembered_dist=${1#*=} ;;
    esac
}

remember() {
    cat >"$dir/settings" <<TEXT
kafka-port=$kafka_port
cassandra-port=$cassandra_port
redis-port=$redis_port
postgres-port=$postgres_port
s3-port=$s3_port
opensearch-port=$opensearch_port
flink-port=$flink_port
cassandra-nodes=$cassandra_nodes
profile=$profile
dist=$dist
TEXT
}

refuse_nonsense() {
    local value=${1#*=}
    case $1 in
        *-port=*)
            case $value in
                *[!0-9]* | '' | ??????*) misused "--${1%%=*} is '$value', expected a number." ;;
            esac
            { [ "$value" -ge 1024 ] && [ "$value" -le 65530 ]; } ||
                misused "--${1%%=*} is $value, expected a number from 1024 to 65530."
            ;;
        cassandra-nodes=1 | cassandra-nodes=3) ;;
        cassandra-nodes=*) misused "--cassandra-nodes is '$value', expected 1 or 3." ;;
    esac
}

# A running server keeps its port. The number of nodes with data is fixed, because each has its share of the data.
refuse_while_in_use() {
    local name
    case $1 in
        "kafka-port=$kafka_port" | "cassandra-port=$cassandra_port" | "redis-port=$redis_port" | \
            "postgres-port=$postgres_port" | "s3-port=$s3_port" | "opensearch-port=$opensearch_port" | \
            "flink-port=$flink_port" | "cassandra-nodes=$cassandra_nodes" | profile=*) ;;
        cassandra-nodes=*)
            [ ! -d "$dir/run/cassandra/data" ] ||
                fail "Cassandra has data on $cassandra_nodes node(s). To change the number, run 'roost stack wipe' first."
            ;;
        *)
            for name in $(all_servers); do
                if [ "${name%%-*}" = "${1%%-*}" ] && pid_of "$name" >/dev/null; then
                    fail "$name is running on port $(port_of "$name"). To change --${1%%=*}, run 'roost stack stop' first."
                fi
            done
            ;;
    esac
}

all_servers() {
    local names="postgres-accounts postgres-graph-1 postgres-graph-2 redis s3 opensearch kafka"
    names="$names flink-jobmanager flink-taskmanager cassandra"
    [ "$cassandra_nodes" = 1 ] || names="$names cassandra-2 cassandra-3"
    printf '%s\n' "$names"
}

# Prints those that were named, or all.
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
            *) misused "There is no server '$name'; there are $all." ;;
        esac
    done
}

# The number of a node, or nothing.
node_of() {
    case $1 in
        cassandra) printf 1 ;;
        cassandra-*) printf %s "${1##*-}" ;;
    esac
}

host_of() {
    case $1 in
        cassandra-*) printf 127.0.0.%s "$(node_of "$1")" ;;
        *) printf 127.0.0.1 ;;
    esac
}

# The port at which clients talk to it.
port_of() {
    case $1 in
        postgres-accounts) printf %s "$postgres_port" ;;
        postgres-graph-1) printf %s "$((postgres_port + 1))" ;;
        postgres-graph-2) printf %s "$((postgres_port + 2))" ;;
        redis) printf %s "$redis_port" ;;
        s3) printf %s "$s3_port" ;;
        opensearch) printf %s "$opensearch_port" ;;
        kafka) printf %s "$kafka_port" ;;
        flink-jobmanager) printf %s "$flink_port" ;;
        flink-taskmanager) printf %s "$((flink_port + 3))" ;;
        cassandra*) printf %s "$cassandra_port" ;;
    esac
}

# Every HOST:PORT at which it listens.
addresses_of() {
    printf '%s:%s\n' "$(host_of "$1")" "$(port_of "$1")"
    case $1 in
        kafka) printf '127.0.0.1:%s\n' "$((kafka_port + 1))" ;;
        flink-jobmanager) printf '127.0.0.1:%s\n' "$((flink_port + 1))" "$((flink_port + 2))" ;;
        flink-taskmanager) printf '127.0.0.1:%s\n' "$((flink_port + 4))" ;;
        opensearch) printf '127.0.0.1:%s\n' "$((opensearch_port + 1))" ;;
        cassandra*) printf '%s:%s\n' "$(host_of "$1")" "$((cassandra_port + 1))" ;;
    esac
}
