# shellcheck shell=bash
# PostgreSQL: one server for the accounts, one for each shard of the graph.

# Starts the server $1 with its database; a database is made in another place first, so that it is whole or not there.
start_postgres() {
    local name=$1 run=$dir/run/$1 as_user=() options=()
    settle_user "$run"
    [ -f "$run/data/PG_VERSION" ] || create_database "$name" "$run" >>"$run/log" 2>&1
    # Left by a crash. That this server does not run is known; its number may be someone else's, or not be given back yet.
    rm -f "$run/data/postmaster.pid"
    [ "$profile" != test ] || options=(-c fsync=off -c full_page_writes=off)
    launch "$name" ${as_user[@]+"${as_user[@]}"} "$dist/postgres/bin/postgres" -D "$run/data" -p "$(port_of "$name")" \
        -k '' -c listen_addresses=127.0.0.1 -c max_connections=200 -c shared_buffers=64MB ${options[@]+"${options[@]}"}
}

# PostgreSQL refuses to run as root, but believes a user namespace of its own; where there can be none, it becomes nobody.
settle_user() {
    [ "$(id -u)" = 0 ] || return 0
    if unshare -U true 2>/dev/null; then
        as_user=(unshare -U)
        return
    fi
    as_user=(setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups)
    chown -R nobody "$1"
    "${as_user[@]}" test -x "$1" -a -x "$dist/postgres/bin/postgres" ||
        { echo "The user nobody, as whom PostgreSQL has to run here, may not enter $1 or $dist." >>"$1/log" && return 1; }
}

create_database() {
    local database=roost_graph new=$2/data.new options=(-A trust -U postgres -E UTF8 --locale=C.UTF-8)
    [ "$1" != postgres-accounts ] || database=roost_accounts
    [ "$profile" != test ] || options+=(--no-sync)
    rm -rf "$new"
    ${as_user[@]+"${as_user[@]}"} "$dist/postgres/bin/initdb" -D "$new" "${options[@]}"
    echo "CREATE DATABASE $database" |
        ${as_user[@]+"${as_user[@]}"} "$dist/postgres/bin/postgres" --single -D "$new" postgres
    mv "$new" "$2/data"
}
