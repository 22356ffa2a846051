#!/bin/sh
# Passwords for everybody who logs in somewhere: chosen at random when the volumes are new, kept for as long as they are.
# They stand in no file of the project, in no environment and in no image. Each program has a volume with its own alone.
#
#   docker compose run --rm secrets             # done by `docker compose up`: makes what is missing
#   docker compose run --rm secrets show        # the passwords that people need
#   docker compose run --rm secrets show NAME   # one of them, and nothing else
set -eu
umask 077
vault=/vault

# The password NAME is for the volume READER, whose program runs as UID, and is there as FILE.
give() { # NAME READER UID FILE
    [ -s "$vault/$1" ] || {
        od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$vault/$1.new"
        mv "$vault/$1.new" "$vault/$1" # whole or not at all
    }
    cp "$vault/$1" "/readers/$2/$4.new"
    chown "$3" "/readers/$2/$4.new"
    chmod 400 "/readers/$2/$4.new"
    mv "/readers/$2/$4.new" "/readers/$2/$4"
    chmod 755 "/readers/$2"
}

if [ "${1:-}" = show ]; then
    for name in ${2:-viewer operator grafana auditor payments}; do
        [ -n "${2:-}" ] || printf '%-9s ' "$name"
        cat "$vault/$name"
        echo
    done
    exit
fi

for user in broker admin; do
    give $user kafka 1000 $user
done
for user in admin order-producer payment-consumer dlq-replayer order-status auditor; do
    give $user cluster-setup 10001 $user
done
for user in order-producer payment-consumer dlq-replayer; do
    give $user $user 10001 kafka.password
done
give order-status order-producer 10001 kafka.order-status.password
give postgres postgres 999 postgres
give payments postgres 999 payments
give payments payment-consumer 10001 spring.datasource.password
give viewer dlq-replayer 10001 replayer.viewer.password
give operator dlq-replayer 10001 replayer.operator.password
give metrics dlq-replayer 10001 replayer.metrics.password
give metrics prometheus 65534 dlq-replayer.metrics.password
give grafana grafana 472 admin
