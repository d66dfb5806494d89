# shellcheck shell=bash
# Runs the Java programs: the server with its commands, the benchmarks and the capacity plan.

# Sets the array arguments to those given. For a cluster whose servers are not configured, it adds the settings that
# 'roost stack start' wrote.
with_stack_settings() {
    local file=$root/.stack/roost.yaml argument before='' cluster=false
    arguments=("$@")
    [ -r "$file" ] || return 0
    [ "${ROOST_STORES:-}" != cluster ] || cluster=true
    [ -z "${ROOST_POSTGRES_ACCOUNTS:-}${ROOST_CASSANDRA_CONTACT_POINTS:-}${ROOST_KAFKA_SERVERS:-}${ROOST_REDIS_ADDRESSES:-}" ] ||
        return 0
    for argument in "$@"; do
        case $argument in
            --config* | --postgres.accounts* | --cassandra.contact-points* | --kafka.servers* | --redis.addresses*) return ;;
            --stores=cluster) cluster=true ;;
            cluster) [ "$before" != --stores ] || cluster=true ;;
        esac
        before=$argument
    done
    if $cluster; then
        say "Using the servers of 'roost stack' (.stack/roost.yaml)."
        arguments+=(--config "$file")
    fi
}

# Sets the array arguments to those given. For a command of 'roost admin trends-job' it adds what is not given: the settings
# that 'roost stack start' wrote, and the job, which it builds if needed.
with_trends_job() {
    local file=$root/.stack/trends-job.yaml given=" $* "
    arguments=("$@")
    [ "${2:-}" = trends-job ] || return 0
    case $given in
        *' --config'* | *' --flink.address'*) ;;
        *) [ ! -r "$file" ] || arguments+=(--config "$file") ;;
    esac
    case ${3:-} in
        start | upgrade) ;;
        *) return 0 ;;
    esac
    case $given in
        *' --jar'*) ;;
        *) ensure_trends_job && arguments+=(--jar "$trends_job") ;;
    esac
}

# Replaces this process with the Java program, so that signals reach it.
run_server() {
    local cached=()
    prepare_command_line
    if [ -f "$cache" ]; then
        cached=("-XX:AOTCache=$cache")
    fi
    exec "${command_line[@]}" ${cached[@]+"${cached[@]}"} -jar "$jar" "$@"
}

# Builds the load generator if needed.
ensure_loadgen() {
    [ -f "$root/loadgen/pom.xml" ] || fail "This source tree has no load generator (loadgen/)."
    if is_stale "$loadgen" "$root/loadgen/src/main" "$root/loadgen/pom.xml" "$root/pom.xml"; then
        build_module loadgen "$loadgen"
    fi
}

run_bench() {
    if [ $# -eq 0 ]; then
        print_help bench >&2
        exit 2
    fi
    ensure_server
    ensure_loadgen
    prepare_command_line
    exec "${command_line[@]}" -jar "$loadgen" "$@"
}

run_plan() {
    find_java java
    ensure_loadgen
    prepare_command_line
    exec "${command_line[@]}" -cp "$loadgen" social.roost.loadgen.plan.PlanCommand "$@"
}
