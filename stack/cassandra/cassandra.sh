# shellcheck shell=bash
# Cassandra: one node, or three in a ring.

# One node besides the one that was asked notes a logged batch, not two: of three nodes those two are all the others, and every
# batch would wait for one that has just died until the others count it as down.
start_cassandra() {
    local name=$1 run=$dir/run/$1 heap=512m ring_delay=1000 java=()
    # Twice as long a node that joins waits for the first, which starts at the same time; the first waits for nobody.
    [ "$name" = cassandra ] || ring_delay=15000
    [ "$profile" != test ] || heap=320m
    java_command $heap
    mkdir -p "$run/conf"
    cassandra_yaml "$run" "$(host_of "$name")" >"$run/conf/cassandra.yaml"
    launch "$name" "${java[@]}" "@$here/cassandra/java.args" -Xss512k -XX:MaxDirectMemorySize=256m \
        "-Dcassandra.config=file://$run/conf/cassandra.yaml" "-Dlogback.configurationFile=$here/cassandra/logback.xml" \
        "-Dcassandra.storagedir=$run" "-Dcassandra.logdir=$run/logs" \
        -Dcassandra.auth_bcrypt_gensalt_log2_rounds=4 -Dcassandra.skip_wait_for_gossip_to_settle=0 \
        -Dcassandra.ring_delay_ms=$ring_delay -Dcassandra.superuser_setup_delay_ms=0 -Dcassandra.libjemalloc=- \
        -Dcassandra.shutdown_announce_in_ms=0 -Dcassandra.consistent.rangemovement=false \
        -Dcassandra.batchlog.required_replica_count=1 \
        -cp "$run/conf:$dist/cassandra/lib/*" org.apache.cassandra.service.CassandraDaemon
}

# Clients and other nodes are known by the certificate, without which nobody gets as far as the default password. JMX, which
# has no such thing, is off. In a ring there are no passwords: whether one is right would hang on nodes that tests take down.
cassandra_certificates() {
    cat <<TEXT
  ssl_context_factory:
    class_name: org.apache.cassandra.security.PEMBasedSslContextFactory
  keystore: "$dir/tls/both.pem"
  truststore: "$dir/tls/certificate.pem"
TEXT
}

# A write is in the commit log before it is acknowledged: with the default, periodic, the end of the process would lose the
# last ones. A node that died counts as down after 11.5 s instead of 18: see also the nodes that note a batch, above.
cassandra_yaml() {
    local run=$1 host=$2 authenticator=AllowAllAuthenticator
    [ "$cassandra_nodes" != 1 ] || authenticator=PasswordAuthenticator
    cat <<TEXT
authenticator: $authenticator
client_encryption_options:
  enabled: true
  optional: false
  require_client_auth: true
$(cassandra_certificates)
server_encryption_options:
  internode_encryption: all
  require_client_auth: true
$(cassandra_certificates)
cluster_name: roost
num_tokens: 4
partitioner: org.apache.cassandra.dht.Murmur3Partitioner
endpoint_snitch: SimpleSnitch
listen_address: $host
rpc_address: $host
native_transport_port: $cassandra_port
storage_port: $((cassandra_port + 1))
start_native_transport: true
auto_bootstrap: false
seed_provider:
  - class_name: org.apache.cassandra.locator.SimpleSeedProvider
    parameters: [{seeds: "127.0.0.1:$((cassandra_port + 1))"}]
data_file_directories: ["$run/data"]
commitlog_directory: "$run/commitlog"
hints_directory: "$run/hints"
saved_caches_directory: "$run/saved_caches"
cdc_raw_directory: "$run/cdc"
commitlog_sync: batch
commitlog_segment_size: 8MiB
commitlog_total_space: 128MiB
memtable_heap_space: 64MiB
memtable_offheap_space: 64MiB
memtable_allocation_type: heap_buffers
memtable_flush_writers: 1
concurrent_reads: 16
concurrent_writes: 16
concurrent_compactors: 1
key_cache_size: 8MiB
file_cache_size: 32MiB
networking_cache_size: 16MiB
disk_optimization_strategy: ssd
auto_snapshot: false
hinted_handoff_enabled: true
phi_convict_threshold: 5
batch_size_warn_threshold: 64KiB
TEXT
}
