# shellcheck shell=bash
# './roost test': installs missing programs, runs the tests with their output in files, and prints progress and a
# summary. The launcher sources this file and defines the names that are not explained here.

readonly test_logs=$root/target/test-logs
readonly PROGRESS_EVERY=25 # test classes
readonly LOG_LINES=150     # of a failing test class
readonly LOGS_SHOWN=5      # failing test classes

# ---------------------------------------------------------------------------------------------------------------------
# Programs that the tests need

# Fills the array packages with the Debian packages of missing programs; if $1 is "fast", only of those that the fast tests
# use.
find_missing() {
    packages=()
    needs_program mvn maven
    (find_java javac) >/dev/null 2>&1 || packages+=(openjdk-25-jdk-headless)
    needs_program kill procps
    needs_program promtool prometheus # checks the alerts
    needs_program shellcheck shellcheck
    needs_program ffmpeg ffmpeg
    needs_program nginx nginx
    [ "$1" != fast ] || return 0
    needs_program redis-server redis-server
    needs_program openssl openssl
    needs_program xz xz-utils # unpacks PostgreSQL
    # shellcheck source=/dev/null
    (. "$root/stack/fetch.sh" && java_17) >/dev/null || packages+=(openjdk-17-jre-headless) # runs Cassandra, Kafka and S3Proxy
    if [ -f "$web/package.json" ]; then
        has_node || packages+=(nodejs npm)
        find_chromium || packages+=(chromium)
    fi
}

# Adds the package $2 if the program $1 is missing; shell builtins do not count. Debian has some programs in a folder that
# is not in the path of every user.
needs_program() {
    [ -n "$(type -P "$1")" ] || [ -x "/usr/sbin/$1" ] || packages+=("$2")
}

# Sets chromium to a browser that Playwright can drive.
find_chromium() {
    local name
    for name in chromium chromium-browser google-chrome-stable google-chrome; do
        if chromium=$(command -v "$name"); then
            return
        fi
    done
    return 1
}

# Installs missing programs as root; otherwise prints how to.
ensure_programs() {
    local packages install=(apt-get install -y --no-install-recommends)
    find_missing "$1"
    [ ${#packages[@]} -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null; then
        fail "The tests need the programs of these Debian packages: ${packages[*]}. Install them for this system."
    elif [ "$(id -u)" != 0 ]; then
        say "roost: Programs that the tests need are missing. Install them with"
        say "  sudo ${install[*]} ${packages[*]}"
        fail "Then run the tests again. As root, 'roost test' installs them itself."
    fi
    printf 'Installing %s ... ' "${packages[*]}" >&2
    hold_back_services
    if ! { apt-get update && "${install[@]}" "${packages[@]}"; } >"$test_logs/apt.log" 2>&1 </dev/null; then
        say "failed."
        tail -n 20 "$test_logs/apt.log" >&2
        fail "The installation failed; the end of its output is above. Packages: ${packages[*]}"
    fi
    release_services
    say "done."
    find_missing "$1"
    case " ${packages[*]-} " in
        *' nodejs '*) say_how_to_get_node ;; # Debian 12 has an older version
    esac
    [ ${#packages[@]} -eq 0 ] || fail "Still missing or too old: ${packages[*]}"
}

# Prevents Debian from starting the services of packages: the tests only use their programs.
hold_back_services() {
    policy=/usr/sbin/policy-rc.d
    if [ -e "$policy" ]; then
        policy=
        return
    fi
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
    trap release_services EXIT
}

release_services() {
    trap - EXIT
    [ -z "$policy" ] || rm -f "$policy"
}

# ---------------------------------------------------------------------------------------------------------------------
# The runs

run_tests() {
    local begin=$SECONDS reruns=
    rm -rf "$test_logs"
    mkdir -p "$test_logs"
    rm -rf "$root"/*/target/surefire-reports
    [ -d "${root%/*}/shared" ] ||
        say "There is no folder 'shared' beside the repository: the tests only use their own texts and graph."
    if [ "${1:-}" = --fast ]; then
        shift
        ensure_programs fast
        check_scripts
        find_java javac
        test_with_maven -pl server,loadgen test -DexcludedGroups=stack "$@"
    else
        local options=(-Dsurefire.rerunFailingTestsCount=1)
        if [ "${1:-}" = --long ]; then
            shift
            options+=(-Droost.test.long=true)
        fi
        ensure_programs all
        check_scripts
        find_java javac
        reruns=true
        begin_client_check
        start_test_stack
        # A test that passes only at the second try is in the summary, and fails the run if it did so in the last run, too.
        test_with_maven verify "${options[@]}" "${test_stack[@]}" "$@"
        stop_test_stack
        end_client_check
        try_client
    fi
    summarize
    [ -z "$reruns" ] || reject_repeated_flakes
    say "All tests passed in $(duration $((SECONDS - begin))). Logs: target/test-logs, */target/surefire-reports."
}

# Lints each program with the files that it sources.
check_scripts() {
    (cd "$root" && shellcheck -ax roost stack/stack.sh .ci/run) >&2 || fail "shellcheck found problems; see above."
}

# Runs tests with Maven. All output goes to a file, a few lines of it to the terminal.
test_with_maven() {
    local log=$test_logs/maven.log code=0
    maven --no-transfer-progress -Dstyle.color=never "$@" 2>&1 | show_progress "$log" || code=$?
    [ "$code" != 0 ] || return 0
    show_failures
    summarize
    fail "The tests failed. The output of Maven is in target/test-logs/maven.log."
}

# Copies the output of Maven to the file $1, and prints modules, progress, results and errors.
show_progress() {
    local line part=start classes=0 begin=$SECONDS
    while IFS= read -r line || [ -n "$line" ]; do
        line=${line//$'\e[0m'/} # which Maven prints even without colors
        printf '%s\n' "$line" >&3
        case $line in
            '[INFO] Building '*) show_module "$line" ;;
            '['*'] Tests run: '*' -- in '*) count_class "$line" ;;
            '['*'] Tests run: '*) part=tests && printf '%s\n' "$line" ;;
            '[INFO] Results:') part=results ;;
            '[ERROR] '*'<<< '* | '[INFO]'* | '[WARNING]' | '[ERROR] ') ;;
            '[ERROR] [Help '* | '[ERROR]   mvn '* | '[ERROR] To see '* | '[ERROR] Re-run '*) ;;
            '[ERROR] For more '* | '[ERROR] After '* | '[ERROR] See dump '*) ;;
            '[ERROR] '* | '[WARNING] '*vulnerab* | '[WARNING] '*.java:*) printf '%s\n' "$line" ;;
            *)
                case $part in
                    start | results) printf '%s\n' "$line" ;;
                esac
                ;;
        esac
    done 3>"$1"
}

show_module() {
    local name=${1#'[INFO] Building '}
    classes=0 begin=$SECONDS part=module
    printf '%s\n' "${name% [0-9]*.[0-9]*}"
}

count_class() {
    classes=$((classes + 1))
    case $1 in
        *' <<< '*) printf '  %s\n' "${1#'[ERROR] '}" ;;
    esac
    [ $((classes % PROGRESS_EVERY)) != 0 ] ||
        printf '  %d test classes in %s\n' "$classes" "$(duration $((SECONDS - begin)))"
}

duration() {
    printf '%d:%02d min' $(($1 / 60)) $(($1 % 60))
}

# Prints the end of the log of each failed test class.
show_failures() {
    local report class log shown=0
    while IFS= read -r report; do
        shown=$((shown + 1))
        [ "$shown" -le "$LOGS_SHOWN" ] || continue
        class=${report##*/TEST-}
        class=${class%.xml}
        log=${report%/*}/$class-output.txt
        [ -s "$log" ] || continue
        printf '\nThe end of the log of %s (%s):\n' "$class" "${log#"$root"/}"
        tail -n "$LOG_LINES" "$log"
    done < <(grep -lE '<(failure|error)[ >]' "$root"/*/target/surefire-reports/TEST-*.xml 2>/dev/null || true)
    [ "$shown" -le "$LOGS_SHOWN" ] || printf '\n%d more test classes failed.\n' $((shown - LOGS_SHOWN))
}

# Prints how many tests of each module passed, and which of them only at the second try.
summarize() {
    local reports
    printf '\n%-12s %7s %6s %6s %7s %5s\n' Summary classes tests failed skipped flaky
    for reports in "$root"/*/target/surefire-reports; do
        [ -d "$reports" ] || continue
        reports=${reports%/target/*}
        find "$reports/target/surefire-reports" -name 'TEST-*.xml' -exec cat {} + | summarize_module "${reports##*/}"
    done
    [ ! -f "$client_check" ] || summarize_client 'web checks' "$client_check"
    [ ! -f "$test_logs/browser.log" ] || summarize_client browser "$test_logs/browser.log"
    list_flakes
}

summarize_module() {
    awk -v module="$1" '
        /<testsuite / { classes++ }
        /<testcase / { tests++ }
        /<(failure|error)[ >]/ { failed++ }
        /<skipped/ { skipped++ }
        /<testcase / { counted = 0 }
        /<flaky(Failure|Error)[ >]/ && !counted { flaky++; counted = 1 }
        END { printf "%-12s %7d %6d %6d %7d %5d\n", module, classes, tests, failed, skipped, flaky }'
}

# Prints a line of the summary from the last output of Vitest or Playwright.
summarize_client() {
    sed -E $'s/\x1b\\[[0-9;]*m//g' "$2" | awk -v name="$1" '
        $1 == "Test" && $2 == "Files" { for (i = 3; i < NF; i++) if ($(i + 1) ~ /passed|failed/) classes += $i }
        $1 == "Tests" { for (i = 2; i < NF; i++) count[$(i + 1)] += $i }
        NF <= 3 && $1 ~ /^[0-9]+$/ && $2 ~ /^(passed|failed|flaky|skipped)$/ { count[$2] += $1 }
        END {
            tests = count["passed"] + count["failed"] + count["flaky"] + count["skipped"]
            printf "%-12s %7s %6d %6d %7d %5d\n", name, classes, tests, count["failed"], count["skipped"], \
                count["flaky"]
        }'
}

# Prints the tests that passed only at the second try, and keeps their names in flakes.txt.
list_flakes() {
    local flakes
    flakes=$(
        find "$root"/*/target/surefire-reports -name 'TEST-*.xml' -exec cat {} + 2>/dev/null | awk -F'"' '
            /<testcase / {
                for (i = 1; i < NF; i++) {
                    if ($i ~ / name=$/) name = $(i + 1)
                    if ($i ~ / classname=$/) class = $(i + 1)
                }
            }
            /<flaky(Failure|Error)[ >]/ { print "  " class "." name }' | sort -u
        [ ! -f "$test_logs/browser.log" ] ||
            sed -n '/^ *[0-9]* flaky$/,/^ *[0-9]* passed/s/^ *\[.*/&/p' "$test_logs/browser.log"
    )
    printf '%s' "$flakes" >"$test_logs/flakes.txt"
    [ -z "$flakes" ] || printf '\nPassed only at the second try:\n%s\n' "$flakes"
}

# Fails if a test passed only at the second try in this run and in the last one. The names of the last run are in the
# user's cache, because continuous integration tests a clean checkout.
reject_repeated_flakes() {
    local last=${XDG_CACHE_HOME:-$HOME/.cache}/roost/flakes.txt repeated=
    mkdir -p "${last%/*}"
    [ ! -s "$last" ] || repeated=$(grep -Fx -f "$last" "$test_logs/flakes.txt") || true
    cp "$test_logs/flakes.txt" "$last"
    [ -z "$repeated" ] || fail "These tests passed only at the second try, twice in a row. Fix them:
$repeated"
}

# ---------------------------------------------------------------------------------------------------------------------
# The servers of a cluster

# Starts the servers for the tests of a cluster with empty data, and passes their addresses to the tests.
start_test_stack() {
    local folder=$root/target/stack begin=$SECONDS
    "$root/stack/stack.sh" wipe --yes --dir "$folder" >/dev/null 2>&1 || true
    trap stop_test_stack EXIT
    printf 'Starting Kafka, Cassandra, Redis, PostgreSQL, S3Proxy, OpenSearch and Flink (the first time downloads them) ... ' >&2
    if ! "$root/stack/stack.sh" start --dir "$folder" --dist "$root/.stack/dist" --test --kafka-port 23092 \
        --cassandra-port 23042 --redis-port 23379 --postgres-port 23432 --s3-port 23900 --opensearch-port 23920 \
        --flink-port 23940 >"$test_logs/stack.log" 2>&1; then
        say "failed."
        cat "$test_logs/stack.log" >&2
        fail "The servers for the tests did not start; see above."
    fi
    say "$((SECONDS - begin)) s."
    # The folder of a downloaded redis-server; some tests start their own.
    export PATH=$PATH:$root/.stack/dist/redis
    test_stack=("-Droost.test.stack=$folder" -Droost.test.ring=true)
}

stop_test_stack() {
    trap - EXIT
    "$root/stack/stack.sh" stop --dir "$root/target/stack" >>"$test_logs/stack.log" 2>&1 ||
        say "roost: The servers for the tests did not stop; see target/test-logs/stack.log."
}

# ---------------------------------------------------------------------------------------------------------------------
# The web client

# Whether the package.json of the client has the script $1.
has_script() {
    [ -f "$web/package.json" ] && grep -q "^ *\"$1\":" "$web/package.json"
}

# Builds the web client and starts its own checks, which run beside the build of the server.
begin_client_check() {
    [ -f "$web/package.json" ] || return 0
    build_client must
    mkdir -p "$target"
    install_node_packages "$target/roost-client.log" || fail "npm ci failed; see server/target/roost-client.log."
    rm -rf "$target/classes/web"
    if has_script check; then
        (cd "$web" && exec npm run -s check) >"$client_check" 2>&1 </dev/null &
        checking=$!
    fi
}

# Waits for the checks, and prints their output if they failed.
end_client_check() {
    [ -n "${checking:-}" ] || return 0
    if ! wait "$checking"; then
        cat "$client_check"
        summarize
        fail "The checks of the web client failed; see above."
    fi
}

# Tests the web client in a browser, with its own server and the demo world.
try_client() {
    local folder pid url='' waited=0 failed=0
    has_script e2e || return 0
    ensure_server must
    folder=$(mktemp -d "${TMPDIR:-/tmp}/roost.XXXXXX")
    # The server runs in its own process, because bash would wait for it. It saves processor time for the browsers.
    (ROOST_JAVA_OPTIONS="-XX:TieredStopAtLevel=1 ${ROOST_JAVA_OPTIONS:-}" &&
        run_server start --port 0 --data "$folder/data" --demo --limits.enabled=false --links.cards=false \
            --push.contact=mailto:admin@example.org --sessions.password-memory=1MiB) \
        >"$test_logs/browser-server.log" 2>&1 </dev/null &
    pid=$!
    while [ -z "$url" ] && [ "$waited" -lt 600 ] && kill -0 "$pid" 2>/dev/null; do
        sleep 0.1
        waited=$((waited + 1))
        url=$(sed -n 's/^Roost is ready at \([^ ]*\) .*/\1/p' "$test_logs/browser-server.log")
    done
    if [ -n "$url" ]; then
        say "Web client in a browser"
        (cd "$web" && ROOST_URL=$url CHROMIUM_PATH=$chromium npm run -s e2e </dev/null) 2>&1 |
            tee "$test_logs/browser.log" || failed=1
    else
        failed=1
    fi
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
    rm -rf "$folder"
    [ "$failed" != 0 ] || return 0
    say "The end of the server's log:"
    tail -n "$LOG_LINES" "$test_logs/browser-server.log" >&2
    summarize
    fail "The browser tests of the web client failed."
}
