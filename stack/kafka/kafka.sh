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

# Clients, and the broker to its controller, log in by the password; SCRAM is for users that tests make.
kafka_properties() {
    local controller=$((kafka_port + 1)) protocol=SASL_PLAINTEXT log_in
    log_in=org.apache.kafka.common.security.plain.PlainLoginModule
    log_in="$log_in required username=\"roost\" password=\"$(password_of_stack)\" user_roost=\"$(password_of_stack)\";"
    if demands_tls; then
        protocol=SASL_SSL
        cat <<TEXT
ssl.keystore.type=PEM
ssl.keystore.location=$dir/tls/both.pem
ssl.truststore.type=PEM
ssl.truststore.location=$dir/tls/certificate.pem
TEXT
    fi
    cat <<TEXT
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$controller
listeners=CLIENT://127.0.0.1:$kafka_port,CONTROLLER://127.0.0.1:$controller
advertised.listeners=CLIENT://127.0.0.1:$kafka_port
inter.broker.listener.name=CLIENT
controller.listener.names=CONTROLLER
listener.security.protocol.map=CLIENT:$protocol,CONTROLLER:$protocol
listener.name.client.sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-512
listener.name.controller.sasl.enabled.mechanisms=PLAIN
sasl.mechanism.inter.broker.protocol=PLAIN
sasl.mechanism.controller.protocol=PLAIN
listener.name.client.plain.sasl.jaas.config=$log_in
listener.name.controller.plain.sasl.jaas.config=$log_in
listener.name.client.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
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
