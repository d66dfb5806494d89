# shellcheck shell=bash
# Builds the web client. The server works without it.

readonly OLDEST_NODE=20

# Whether npm and a recent Node.js are installed.
has_node() {
    local version
    command -v npm >/dev/null && version=$(node --version 2>/dev/null) || return 1
    version=${version#v}
    [ "${version%%.*}" -ge "$OLDEST_NODE" ]
}

say_how_to_get_node() {
    say "roost: Building the web client needs Node.js $OLDEST_NODE or newer with npm on the PATH. Ways to get it:"
    say "  Debian, Ubuntu:  apt install nodejs npm   (if that version is too old: nodesource.com)"
    say "  nvm:             nvm install --lts"
    say "  macOS:           brew install node"
}

# Fills the array web_sources with the sources of the web client.
find_web_sources() {
    local source
    web_sources=()
    for source in "$web"/src "$web"/public "$web"/scripts "$web"/*.html "$web"/*.json "$web"/*.ts "$web"/.npmrc \
        "$root/server/src/main/resources/openapi"; do
        if [ -e "$source" ]; then
            web_sources+=("$source")
        fi
    done
}

# Whether the client was never built and the last attempt did not fail.
lacks_client() {
    [ -f "$web/package.json" ] && ! [ -f "$page" ] && ! [ -f "$client_failed" ]
}

# Runs the rest of the arguments in web/ with their output in the log $1; an interrupt ends them.
run_in_web() {
    local log=$1 pid
    shift
    (cd "$web" && exec "$@") >>"$log" 2>&1 </dev/null &
    pid=$!
    trap 'kill "$pid" 2>/dev/null || true; wait "$pid" || true; say "interrupted."; exit 130' INT TERM
    if wait "$pid"; then
        trap - INT TERM
    else
        trap - INT TERM
        return 1
    fi
}

install_node_packages() {
    [ "$web/node_modules/.package-lock.json" -nt "$web/package-lock.json" ] || run_in_web "$1" npm ci --no-audit --no-fund
}

# Builds the web client if needed. A failure is an error only if $1 is "must".
build_client() {
    local log=$target/roost-client.log begin=$SECONDS
    find_web_sources
    if ! [ -f "$web/package.json" ] || ! is_stale "$page" "${web_sources[@]}"; then
        return
    fi
    mkdir -p "$target"
    if ! has_node; then
        say_how_to_get_node
        [ "${1:-}" != must ] || fail "The web client cannot be built."
        say "roost: Continuing without the web client. Run 'roost build' once Node.js is installed."
        touch "$client_failed"
        return
    fi
    : >"$log"
    printf 'Building the web client (the first time takes a minute) ... ' >&2
    if install_node_packages "$log" && run_in_web "$log" npm run build; then
        touch "$page"
        say "$((SECONDS - begin)) s."
    else
        say "failed."
        if [ "${1:-}" = must ]; then
            cat "$log" >&2
            fail "The build of the web client failed; its output is above."
        fi
        touch "$client_failed"
        say "roost: Continuing without a new web client. See server/target/roost-client.log, or run 'roost build'."
    fi
}
