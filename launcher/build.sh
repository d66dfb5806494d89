# shellcheck shell=bash
# Builds the modules when their sources are newer than their artifacts, and prepares a fast start.

need_maven() {
    if ! command -v mvn >/dev/null; then
        say "roost: Building needs Maven (mvn) on the PATH. Ways to get it:"
        say "  Debian, Ubuntu:  apt install maven"
        say "  SDKMAN:          sdk install maven"
        say "  macOS:           brew install maven"
        exit 1
    fi
}

maven() {
    (cd "$root" && JAVA_HOME=$java_home mvn -B "$@" </dev/null)
}

# Whether the artifact $1 is missing or older than any of the files and folders after it. Folders count too, because a
# removed file changes only its folder.
is_stale() {
    local artifact=$1
    shift
    [ ! -f "$artifact" ] || [ -n "$(find "$@" -newer "$artifact" -print)" ]
}

# Builds the artifact $2 of the module $1. The artifact gets the time at which the build began, so that the next build
# notices what was edited meanwhile.
build_module() {
    local module=$1 artifact=$2 log started pid begin=$SECONDS
    find_java javac
    need_maven
    mkdir -p "$root/$module/target"
    log=$root/$module/target/roost-build.log
    started=$root/$module/target/roost-build.started
    touch "$started"
    printf 'Building %s (the first time takes a few minutes) ... ' "$module" >&2
    # In the background, because bash handles a signal only after a foreground child has ended.
    (cd "$root" && JAVA_HOME=$java_home exec mvn -B -q -pl "$module" -am -Dmaven.test.skip=true \
        -Dspotless.check.skip=true package) >"$log" 2>&1 </dev/null &
    pid=$!
    trap 'kill "$pid" 2>/dev/null || true; wait "$pid" || true; rm -f "$artifact"; say "interrupted."; exit 130' INT TERM
    if ! wait "$pid"; then
        say "failed."
        cat "$log" >&2
        fail "The build failed; its output is above."
    fi
    touch -r "$started" "$artifact"
    trap - INT TERM
    say "$((SECONDS - begin)) s."
}

# Builds the server with the web client if needed, and sets java_home to a Java that runs it. If $1 is "must", a web
# client that cannot be built is an error.
ensure_server() {
    find_web_sources
    [ "${1:-}" != must ] || rm -f "$client_failed"
    if lacks_client || is_stale "$jar" "$root/server/src/main" "$root/server/pom.xml" "$root/pom.xml" \
        ${web_sources[@]+"${web_sources[@]}"}; then
        rm -f "$cache" "$cache.key" "$client_failed"
        build_client "$@"
        # Files of earlier builds have other names, so they would stay.
        rm -rf "$target/classes/web"
        build_module server "$jar"
    else
        find_java java
    fi
}

# Builds the job that finds the trends of a cluster if needed. It contains classes of the server.
ensure_trends_job() {
    if is_stale "$trends_job" "$root/trends-job/src/main" "$root/trends-job/pom.xml" "$root/server/src/main" \
        "$root/server/pom.xml" "$root/pom.xml"; then
        build_module trends-job "$trends_job"
    fi
}

# Creates the AOT cache of loaded and linked classes, which halves the start-up time, unless there is one for this Java,
# these flags and this artifact. Roost starts without it too, so nothing here is an error and there is one attempt only.
ensure_cache() {
    local folder pid key waited=0 begin=$SECONDS known=''
    key="$java_home $COLLECTOR ${JVM_FLAGS[*]}"
    if [ -f "$cache.key" ] && ! [ "$jar" -nt "$cache.key" ]; then
        known=$(<"$cache.key")
    fi
    [ "$known" != "$key" ] || return 0
    rm -f "$cache"
    [ -w "$target" ] || return 0
    folder=$(mktemp -d "${TMPDIR:-/tmp}/roost.XXXXXX")
    printf 'Preparing a fast start ... ' >&2
    # shellcheck disable=SC2086  # a list of names; the operator's settings must not reach the training run
    (
        unset ${!ROOST_*}
        cd "$folder"
        exec "$java_home/bin/java" "${JVM_FLAGS[@]}" "$COLLECTOR" "-XX:AOTCacheOutput=$cache" -jar "$jar" \
            train --data "$folder/data" --links.cards=false
    ) >"$target/roost-train.log" 2>&1 </dev/null &
    pid=$!
    trap 'kill "$pid" 2>/dev/null || true; rm -rf "$folder" "$cache"; exit 130' INT TERM
    while kill -0 "$pid" 2>/dev/null && [ "$waited" -lt 600 ]; do
        sleep 0.1
        waited=$((waited + 1))
    done
    kill -9 "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || rm -f "$cache"
    trap - INT TERM
    rm -rf "$folder"
    printf '%s\n' "$key" >"$cache.key"
    if [ -f "$cache" ]; then
        say "$((SECONDS - begin)) s."
    else
        say "failed, continuing without (see server/target/roost-train.log)."
    fi
}
