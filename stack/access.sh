# shellcheck shell=bash
# Access to the servers requires roost.yaml in the folder, because all users of a machine can connect to 127.0.0.1.

# Creates the password and the certificate if they are missing. All servers share the password; servers and clients share
# the certificate, which is also its own authority.
prepare_access() {
    local password=
    chmod 711 "$dir" # PostgreSQL may run as another user; secret files have their own modes
    if [ ! -s "$dir/password" ]; then
        password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
        [ ${#password} = 32 ] || fail "Cannot read a password from /dev/urandom."
        printf '%s\n' "$password" >"$dir/password"
    fi
    [ -s "$dir/tls/certificate.pem" ] || make_certificate
    write_roost_settings >"$dir/roost.yaml"
    write_trends_job_settings >"$dir/trends-job.yaml"
    chmod 600 "$dir/password" "$dir/roost.yaml" "$dir/trends-job.yaml"
}

make_certificate() {
    local new=$dir/tls.new log=$dir/tls.log
    command -v openssl >/dev/null ||
        fail "Creating a certificate for the servers needs openssl. Debian, Ubuntu: apt install openssl"
    rm -rf "$new" "$dir/tls"
    mkdir "$new"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj '/CN=roost stack' \
        -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1,IP:127.0.0.2,IP:127.0.0.3' \
        -keyout "$new/key.pem" -out "$new/certificate.pem" >"$log" 2>&1 || { cat "$log" >&2 && fail "openssl failed."; }
    cat "$new/key.pem" "$new/certificate.pem" >"$new/both.pem"
    chmod 600 "$new/key.pem" "$new/both.pem"
    rm -f "$log"
    mv "$new" "$dir/tls"
}

password_of_stack() {
    cat "$dir/password"
}

# With --test, all servers but S3Proxy and OpenSearch require TLS, so that the tests use it; otherwise only Cassandra, which
# authenticates clients by it.
demands_tls() {
    [ "$profile" = test ]
}

# The settings for Roost to use these servers.
write_roost_settings() {
    local password tls="{enabled: false}"
    password=$(password_of_stack)
    ! demands_tls || tls="{enabled: true, authority: \"$dir/tls/certificate.pem\"}"
    cat <<TEXT
# Written by 'roost stack start': the settings for Roost to use the servers of this folder.
postgres:
  accounts: "127.0.0.1:$(port_of postgres-accounts)/roost_accounts"
  shards: ["127.0.0.1:$(port_of postgres-graph-1)/roost_graph", "127.0.0.1:$(port_of postgres-graph-2)/roost_graph"]
  user: postgres
  password: "$password"
  tls: $tls
cassandra:
  contact-points: ["127.0.0.1:$cassandra_port"]
  user: cassandra
  password: cassandra
  tls:
    enabled: true
    authority: "$dir/tls/certificate.pem"
    certificate: "$dir/tls/certificate.pem"
    key: "$dir/tls/key.pem"
kafka:
  servers: ["127.0.0.1:$kafka_port"]
  user: roost
  password: "$password"
  mechanism: plain
  tls: $tls
redis:
  addresses: ["127.0.0.1:$redis_port"]
  password: "$password"
  tls: $tls
s3:
  endpoint: "http://127.0.0.1:$s3_port"
  access-key: roost
  secret-key: "$password"
opensearch:
  addresses: ["127.0.0.1:$opensearch_port"]
TEXT
}

# The same with Flink, which the servers of Roost do not call: for 'roost admin trends-job'.
write_trends_job_settings() {
    write_roost_settings
    cat <<TEXT
flink:
  address: "127.0.0.1:$flink_port"
  tls:
    enabled: true
    authority: "$dir/tls/certificate.pem"
    certificate: "$dir/tls/certificate.pem"
    key: "$dir/tls/key.pem"
  state: "$dir/run/flink-jobmanager/state"
TEXT
}
