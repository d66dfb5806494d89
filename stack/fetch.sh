# shellcheck shell=bash
# Downloads what is missing: the servers from Maven Central, and a Java 17 for those that need one.

readonly DEPENDENCY_PLUGIN=org.apache.maven.plugins:maven-dependency-plugin:3.11.0

# Ensures that all programs for these servers exist.
fetch_for() {
    local name
    umask 022 # all users can read programs: PostgreSQL may run as another user
    for name in "$@"; do
        case $name in
            kafka | cassandra* | s3) need_java_17 ;;
            opensearch) need_java_21 ;;
            flink*) need_java_25 ;;
        esac
    done
    for name in "$@"; do
        case $name in
            postgres*) fetch postgres unpack-dependencies '**/*.txz' ;;
            kafka) fetch kafka copy-dependencies ;;
            s3) fetch s3 copy-dependencies ;;
            opensearch) fetch opensearch copy-dependencies ;;
            flink*) fetch flink copy-dependencies ;;
            cassandra*) fetch cassandra copy-dependencies ;;
            redis) [ -n "$(command -v redis-server)" ] || fetch redis unpack-dependencies "redis-server-*-$(platform)" ;;
        esac
    done
    umask 077
}

# The platform in the names of binaries in Maven Central.
platform() {
    local system
    system=$(uname -s | tr '[:upper:]' '[:lower:]')
    case $(uname -m) in
        x86_64 | amd64) printf '%s-amd64' "$system" ;;
        *) printf '%s-arm64' "$system" ;;
    esac
}

# Downloads what stack/$1/pom.xml lists into dist/$1 with the goal $2, unless it exists. It moves into place when it is
# complete, so several processes can download at once.
fetch() {
    local name=$1 goal=$2 includes=${3:-} place=$dist/$1 part=$dist/$1.$$ begin=$SECONDS
    ! cmp -s "$here/$name/pom.xml" "$place/complete" || return 0
    command -v mvn >/dev/null || fail "Downloading $name needs Maven (mvn). Debian, Ubuntu: apt install maven"
    printf 'Downloading %s ... ' "$name" >&2
    rm -rf "$part"
    mkdir -p "$part/lib"
    if ! mvn -B -q -f "$here/$name/pom.xml" "$DEPENDENCY_PLUGIN:$goal" -DincludeScope=runtime -Dplatform="$(platform)" \
        -DoutputDirectory="$part/lib" -Dmdep.unpack.includes="$includes" \
        -DmarkersDirectory="$part/markers" </dev/null >"$part/log" 2>&1 || ! unpack "$name" "$part" >>"$part/log" 2>&1; then
        say "failed."
        cat "$part/log" >&2
        rm -rf "$part"
        fail "Cannot download $name; see above."
    fi
    cp "$here/$name/pom.xml" "$part/complete"
    cmp -s "$part/complete" "$place/complete" || { rm -rf "$place" && mv "$part" "$place"; }
    rm -rf "$part" "${place:?}/${part##*/}" # another process was faster
    say "$((SECONDS - begin)) s."
}

# Unpacks what Maven downloaded.
unpack() {
    case $1 in
        postgres) tar -xJf "$2"/lib/*.txz -C "$2" && rm -rf "$2/lib/META-INF" "$2"/lib/*.txz ;;
        redis) mv "$2"/lib/redis-server-* "$2/redis-server" && chmod +x "$2/redis-server" ;;
    esac
}

# Prints the home of a Java 17.
java_17() {
    java_of '17'
}

# Prints the home of a JDK 21 or newer, such as the one that runs Roost.
java_21() {
    java_of '2[1-9]|[3-9][0-9]' javac
}

# Prints the home of a Java that runs the jobs of Roost in Flink.
java_25() {
    java_of '2[5-9]|[3-9][0-9]'
}

# Prints the home of a Java of the version $1, a pattern, that has the program $2.
java_of() {
    local home
    for home in "${ROOST_JAVA17_HOME:-}" "${ROOST_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if [ -x "$home/bin/${2:-java}" ] && grep -Eq "^JAVA_VERSION=\"($1)[.\"]" "$home/release" 2>/dev/null; then
            printf %s "$home"
            return
        fi
    done
    return 1
}

need_java_21() {
    java_21 >/dev/null || fail "OpenSearch needs a JDK 21 or newer. Install one, or set ROOST_JAVA_HOME."
}

need_java_25() {
    java_25 >/dev/null || fail "Flink needs Java 25 or newer for the jobs of Roost. Install one, or set ROOST_JAVA_HOME."
}

need_java_17() {
    ! java_17 >/dev/null || return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing openjdk-17-jre-headless, which Cassandra needs ..."
        { apt-get -q update && apt-get -q install -y --no-install-recommends openjdk-17-jre-headless; } </dev/null >&2 || true
    fi
    java_17 >/dev/null ||
        fail "Cassandra needs Java 17. Install it (Debian, Ubuntu: apt install openjdk-17-jre-headless;" \
            "SDKMAN: sdk install java 17.0.17-tem; macOS: brew install openjdk@17), or set ROOST_JAVA17_HOME."
}
