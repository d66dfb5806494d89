# shellcheck shell=bash
# Redis. Nothing is saved: what is in it can be lost at any time, and heals itself.

start_redis() {
    local program=$dist/redis/redis-server
    if command -v redis-server >/dev/null; then
        program=redis-server
    fi
    # The limit lets a timeline of 800 entries and a little more keep the compact encoding; this name of it is understood by
    # old and new versions.
    launch redis "$program" --port "$redis_port" --bind 127.0.0.1 --save '' --appendonly no --zset-max-ziplist-entries 1024
}
