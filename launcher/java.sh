# shellcheck shell=bash
# Finds a JDK and starts a JVM with the right flags.

readonly OLDEST_JAVA=25

# The flags of the JVM are only here: the AOT cache that a training run writes is valid only for the flags of that run.
readonly COLLECTOR=-XX:+UseG1GC
readonly JVM_FLAGS=(
    -XX:+UseCompactObjectHeaders
    -XX:+ExitOnOutOfMemoryError
    --enable-native-access=ALL-UNNAMED
    --sun-misc-unsafe-memory-access=allow
    -Xlog:aot=off -Xlog:cds=off # an unusable cache only costs time: no need to warn the operator
)

# Whether $1 is the home of a Java that is new enough and has the program $2. Reads the release file, because asking a
# JVM would take longer than everything else here.
fits() {
    local line version
    [ -x "$1/bin/$2" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
            JAVA_VERSION=*)
                version=${line#JAVA_VERSION=}
                version=${version#\"}
                version=${version#1.}
                version=${version%%[!0-9]*}
                [ "${version:-0}" -ge "$OLDEST_JAVA" ]
                return
                ;;
        esac
    done <"$1/release"
    return 1
}

# Sets java_home to a Java with the program $1: running needs java, building needs javac.
find_java() {
    local candidate on_path
    if [ -n "${ROOST_JAVA_HOME:-}" ]; then
        fits "$ROOST_JAVA_HOME" "$1" ||
            fail "ROOST_JAVA_HOME is $ROOST_JAVA_HOME, which is not a Java $OLDEST_JAVA or newer with bin/$1."
        java_home=$ROOST_JAVA_HOME
        return
    fi
    if [ -n "${JAVA_HOME:-}" ] && fits "$JAVA_HOME" "$1"; then
        java_home=$JAVA_HOME
        return
    fi
    if on_path=$(command -v java); then
        on_path=$(follow_links "$on_path")
        candidate=${on_path%/bin/java}
        if fits "$candidate" "$1"; then
            java_home=$candidate
            return
        fi
    fi
    for candidate in /usr/lib/jvm/* /opt/* /usr/java/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if fits "$candidate" "$1"; then
            java_home=$candidate
            return
        fi
    done
    say "roost: No JDK $OLDEST_JAVA or newer found. Ways to get one:"
    say "  Debian, Ubuntu:  apt install openjdk-25-jdk-headless   (or temurin-25-jdk from adoptium.net)"
    say "  SDKMAN:          sdk install java 25-tem"
    say "  macOS:           brew install openjdk@25"
    fail "Install one, or set ROOST_JAVA_HOME."
}

# Fills the array command_line with the JVM and its flags, up to the class path.
prepare_command_line() {
    local options=()
    if [ -n "${ROOST_JAVA_OPTIONS:-}" ]; then
        read -r -a options <<<"$ROOST_JAVA_OPTIONS"
    fi
    command_line=("$java_home/bin/java" "${JVM_FLAGS[@]}")
    case " ${ROOST_JAVA_OPTIONS:-} " in
        *" -XX:+Use"*"GC "*) ;; # the JVM rejects two collectors
        *) command_line+=("$COLLECTOR") ;;
    esac
    command_line+=(${options[@]+"${options[@]}"})
}
