# shellcheck shell=bash
# PostgreSQL: one server for the accounts, one for each shard of the graph. Its superuser can run programs as the user of the
# server, so a connection takes the password, and the server does not run as root.

# Starts the server $1 with its database; a database is made in another place first, so that it is whole or not there.
start_postgres() {
    local name=$1 run=$dir/run/$1 as_user=() options=()
    settle_user "$run"
    [ -f "$run/data/PG_VERSION" ] || create_database "$name" "$run" >>"$run/log" 2>&1
    [ -f "$run/password-set" ] || set_password "$run" >>"$run/log" 2>&1
    write_access_rules "$run"
    # Left by a crash. That this server does not run is known; its number may be someone else's, or not be given back yet.
    rm -f "$run/data/postmaster.pid"
    [ "$profile" != test ] || options=(-c fsync=off -c full_page_writes=off)
    ! demands_tls || options+=(-c ssl=on -c ssl_cert_file=server.crt -c ssl_key_file=server.key)
    launch "$name" ${as_user[@]+"${as_user[@]}"} "$dist/postgres/bin/postgres" -D "$run/data" -p "$(port_of "$name")" \
        -k '' -c listen_addresses=127.0.0.1 -c max_connections=200 -c shared_buffers=64MB ${options[@]+"${options[@]}"}
}

# Started by root it becomes a user without privileges. Where none may enter the folders, in root's home say, it runs in a user
# namespace of its own: PostgreSQL refuses to be root, and does not see it there, but to the system it still is.
settle_user() {
    local user
    [ "$(id -u)" = 0 ] || return 0
    chmod 711 "$dir/run" "$1"
    for user in postgres nobody; do
        if id "$user" >/dev/null 2>&1; then
            as_user=(setpriv "--reuid=$user" "--regid=$(id -g "$user")" --clear-groups)
            if "${as_user[@]}" test -x "$1" -a -x "$dist/postgres/bin/postgres" 2>/dev/null; then
                [ ! -d "$1/data" ] || chown -R "$user" "$1/data"
                database_owner=$user
                return
            fi
        fi
    done
    as_user=(unshare -U)
    if ! "${as_user[@]}" true 2>>"$1/log"; then
        echo "PostgreSQL does not run as root, and no other user may enter $1 and $dist. Move the repository to a" \
            "folder that all users may enter, such as /opt, or run this as another user." >>"$1/log"
        return 1
    fi
    echo "No user other than root may enter $1 and $dist, so PostgreSQL runs as root, in a user namespace." >>"$1/log"
    [ ! -d "$1/data" ] || chown -R 0 "$1/data"
}

create_database() {
    local database=roost_graph new=$2/data.new options=(-A reject -U postgres -E UTF8 --locale=C.UTF-8)
    [ "$1" != postgres-accounts ] || database=roost_accounts
    [ "$profile" != test ] || options+=(--no-sync)
    rm -rf "$new" "$2/password-set"
    mkdir -m 700 "$new"
    [ -z "${database_owner:-}" ] || chown "$database_owner" "$new"
    ${as_user[@]+"${as_user[@]}"} "$dist/postgres/bin/initdb" -D "$new" "${options[@]}"
    echo "CREATE DATABASE $database" | single "$new"
    mv "$new" "$2/data"
}

# Once; also for a database that was made when none was needed.
set_password() {
    printf "ALTER ROLE postgres PASSWORD '%s'\n" "$(password_of_stack)" | single "$1/data"
    : >"$1/password-set"
}

# Iterations make guessing slow, which for a random password of 128 bits is no use, and each connection.
single() {
    ${as_user[@]+"${as_user[@]}"} "$dist/postgres/bin/postgres" --single -c scram_iterations=1 -D "$1" postgres
}

# What the server reads has to be its user's; root would otherwise write where that user may have put a link.
write_access_rules() {
    local kind=host
    ! demands_tls || kind=hostssl
    echo "$kind all all 127.0.0.1/32 scram-sha-256" | put_into_data "$1" pg_hba.conf
    put_into_data "$1" server.crt <"$dir/tls/certificate.pem"
    put_into_data "$1" server.key <"$dir/tls/key.pem"
}

put_into_data() {
    # shellcheck disable=SC2016  # for the inner shell
    ${as_user[@]+"${as_user[@]}"} bash -c 'umask 077 && cat >"$1.new" && mv "$1.new" "$1"' bash "$1/data/$2"
}
