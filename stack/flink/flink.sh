# shellcheck shell=bash
# Flink: a JobManager, which takes jobs at its REST address, and a TaskManager, which runs them. Whoever can submit a job can
# run any program as this user, so both ends of every connection show the certificate of the stack.

start_flink() {
    local name=$1 run=$dir/run/$1 main=$2 heap=$3 options=()
    rm -rf "$run/tmp" # a killed process leaves files
    mkdir -p "$run/conf" "$run/tmp" "$dir/run/flink-jobmanager/state"
    make_flink_keys
    flink_configuration "$run" >"$run/conf/config.yaml"
    [ "$profile" != test ] || options+=(-XX:TieredStopAtLevel=1)
    launch "$name" "$(java_25)/bin/java" "@$here/flink/java.args" -Xms128m "-Xmx$heap" -XX:MaxMetaspaceSize=256m \
        -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError ${options[@]+"${options[@]}"} "-Dlog.file=$run/log" \
        "-Dlog4j2.configurationFile=$here/flink/log4j2.xml" -cp "$dist/flink/lib/*" "$main" --configDir "$run/conf"
}

start_flink_jobmanager() {
    start_flink flink-jobmanager org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint 256m
}

start_flink_taskmanager() {
    start_flink flink-taskmanager org.apache.flink.runtime.taskexecutor.TaskManagerRunner 384m
}

# Whether the TaskManager has found the JobManager, and has not lost it since.
is_flink_registered() {
    grep -E 'Successful registration at resource manager|Close ResourceManager connection' \
        "$dir/run/flink-taskmanager/log" 2>/dev/null | tail -n 1 | grep -q Successful
}

# Puts key and certificate into the form that Flink reads. The two processes can start at the same time.
make_flink_keys() {
    local keys=$dir/tls/keys.p12 part
    [ ! -s "$keys" ] || return 0
    part=$keys.$(sh -c 'echo $PPID')
    openssl pkcs12 -export -in "$dir/tls/both.pem" -out "$part" -name stack -passout "file:$dir/password"
    mv "$part" "$keys"
}

# Without Flink's own scripts, the TaskManager needs all sizes of its memory. The delays let it find a JobManager that starts
# after it within half a second instead of ten.
flink_configuration() {
    local password
    password=$(password_of_stack)
    cat <<TEXT
jobmanager.rpc.address: 127.0.0.1
jobmanager.rpc.port: $((flink_port + 1))
jobmanager.bind-host: 127.0.0.1
rest.address: 127.0.0.1
rest.bind-address: 127.0.0.1
rest.port: $flink_port
rest.bind-port: $flink_port
blob.server.port: $((flink_port + 2))
taskmanager.host: 127.0.0.1
taskmanager.bind-host: 127.0.0.1
taskmanager.rpc.port: $((flink_port + 3))
taskmanager.data.port: $((flink_port + 4))
taskmanager.numberOfTaskSlots: 4
taskmanager.cpu.cores: 2.0
jobmanager.memory.heap.size: 256m
taskmanager.memory.framework.heap.size: 64m
taskmanager.memory.task.heap.size: 320m
taskmanager.memory.framework.off-heap.size: 32m
taskmanager.memory.task.off-heap.size: 32m
taskmanager.memory.managed.size: 0m
taskmanager.memory.network.min: 32m
taskmanager.memory.network.max: 32m
taskmanager.memory.jvm-metaspace.size: 256m
taskmanager.memory.jvm-overhead.min: 64m
taskmanager.memory.jvm-overhead.max: 64m
io.tmp.dirs: $1/tmp
web.upload.dir: $1
state.backend.type: hashmap
execution.checkpointing.dir: file://$dir/run/flink-jobmanager/state/checkpoints
execution.checkpointing.savepoint-dir: file://$dir/run/flink-jobmanager/state/savepoints
parallelism.default: 1
heartbeat.interval: 2000
heartbeat.timeout: 15000
taskmanager.registration.timeout: 30 d
cluster.registration.initial-timeout: 200
cluster.registration.error-delay: 500
cluster.registration.refused-registration-delay: 500
pekko.retry-gate-closed-for: 200
security.ssl.rest.enabled: true
security.ssl.rest.authentication-enabled: true
security.ssl.internal.enabled: true
security.ssl.protocol: TLSv1.2
security.ssl.algorithms: TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
security.ssl.keystore: $dir/tls/keys.p12
security.ssl.keystore-password: $password
security.ssl.key-password: $password
security.ssl.truststore: $dir/tls/keys.p12
security.ssl.truststore-password: $password
TEXT
}
