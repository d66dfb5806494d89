# shellcheck shell=bash
# Redis. Nothing is saved: what is in it can be lost at any time, and heals itself.

start_redis() {
    local program=$dist/redis/redis-server run=$dir/run/redis
    if command -v redis-server >/dev/null; then
        program=redis-server
    fi
    redis_configuration >"$run/redis.conf"
    launch redis "$program" "$run/redis.conf"
}

# The password is in a file, as the arguments of a process are for everyone to see. The limit lets a timeline of 800 entries and
# a little more keep the compact encoding; this name of it is understood by old and new versions.
redis_configuration() {
    cat <<TEXT
bind 127.0.0.1
save ""
appendonly no
zset-max-ziplist-entries 1024
requirepass $(password_of_stack)
TEXT
    if demands_tls; then
        cat <<TEXT
port 0
tls-port $redis_port
tls-cert-file "$dir/tls/certificate.pem"
tls-key-file "$dir/tls/key.pem"
tls-ca-cert-file "$dir/tls/certificate.pem"
tls-auth-clients no
TEXT
    else
        echo "port $redis_port"
    fi
}
