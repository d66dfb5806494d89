# shellcheck shell=bash
# OpenSearch: one node. It has no passwords without a plugin that is not in Maven Central: other users of this machine can
# read and change the index of tweets, which contains what everyone may see.

start_opensearch() {
    local run=$dir/run/opensearch options=()
    mkdir -p "$run/data"
    [ "$profile" != test ] || options+=(-XX:TieredStopAtLevel=1)
    launch opensearch "$(java_21)/bin/java" -Xms384m -Xmx384m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError \
        --enable-native-access=ALL-UNNAMED ${options[@]+"${options[@]}"} \
        "-Dlog4j2.configurationFile=$here/opensearch/log4j2.xml" -cp "$dist/opensearch/lib/*" \
        "$here/opensearch/OpenSearchNode.java" "$run/data" "$opensearch_port" "$((opensearch_port + 1))"
}
