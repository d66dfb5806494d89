# shellcheck shell=bash
# Kafka: one node, broker and controller. An acknowledged record is in the page cache, so the end of the process loses none.

start_kafka() {
    local run=$dir/run/kafka java=()
    java_command 256m
    java+=("-Dlog4j2.configurationFile=$here/kafka/log4j2.xml" -cp "$dist/kafka/lib/*")
    if [ ! -f "$run/data/meta.properties" ]; then
        rm -rf "$run/data" "$run/data.new" # made in another place first, so that it is whole or not there
        kafka_properties "$run/data.new" >"$run/server.properties"
        "${java[@]}" kafka.tools.StorageTool format -t cm9vc3Qtc3RhY2sta2Fma2 -c "$run/server.properties" >>"$run/log" 2>&1
        mv "$run/data.new" "$run/data"
    fi
    kafka_properties "$run/data" >"$run/server.properties"
    launch kafka "${java[@]}" kafka.Kafka "$run/server.properties"
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
log.dirs=$1
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
