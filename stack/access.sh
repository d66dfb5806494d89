# shellcheck shell=bash
# Who may use the servers: whoever can read the folder's file roost.yaml. On a machine with several users, 127.0.0.1 is
# open to all of them.

# Makes what is missing of the password, which is the same for all servers, and of the certificate, which is the servers' and
# the clients' as well as its own authority.
prepare_access() {
    local password=
    chmod 711 "$dir" # PostgreSQL may run as another user; what is secret in here has its own mode
    if [ ! -s "$dir/password" ]; then
        password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
        [ ${#password} = 32 ] || fail "/dev/urandom gave no password."
        printf '%s\n' "$password" >"$dir/password"
    fi
    [ -s "$dir/tls/certificate.pem" ] || make_certificate
    write_roost_settings >"$dir/roost.yaml"
    chmod 600 "$dir/password" "$dir/roost.yaml"
}

make_certificate() {
    local new=$dir/tls.new log=$dir/tls.log
    command -v openssl >/dev/null ||
        fail "openssl is needed to make a certificate for the servers. Debian, Ubuntu: apt install openssl"
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

# With --test all servers demand TLS, so that the tests use it; otherwise only Cassandra, which knows its clients by it.
demands_tls() {
    [ "$profile" = test ]
}

# The settings with which Roost uses these servers.
write_roost_settings() {
    local password tls="{enabled: false}"
    password=$(password_of_stack)
    ! demands_tls || tls="{enabled: true, authority: \"$dir/tls/certificate.pem\"}"
    cat <<TEXT
# Written by 'roost stack start': how Roost reaches the servers of this folder.
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
TEXT
}
