#!/bin/sh
# An authority of this machine's own, and a certificate for each broker. Made when they are missing, valid for a year;
# `docker compose run --rm certificates renew` makes new ones. keytool is all it takes, and the JRE has it.
#
# The authority's key stays in a volume that nobody else mounts. A broker has its own key alone, clients the authority's
# certificate.
set -eu
umask 077
vault=/vault
[ "${1:-}" != renew ] || rm -f "$vault"/*

# Whatever is here is whole: it gets its name when it is. What was left half-made is made anew.
if [ ! -s "$vault/password" ]; then
    rm -f "$vault"/*
    od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$vault/password.new"
    mv "$vault/password.new" "$vault/password"
fi

# The password comes from a file: a command line is for everybody to read.
tool() { keytool "$@" -storepass:file "$vault/password"; }
authority() { tool "$@" -keystore "$vault/authority.p12" -alias authority; }

[ -s "$vault/ca.pem" ] || {
    rm -f "$vault"/*.p12 "$vault"/*.new
    authority -genkeypair -keyalg EC -groupname secp384r1 -dname 'CN=kafka-orders' -validity 365 \
        -ext bc:c=ca:true,pathlen:0 -ext ku:c=keyCertSign,cRLSign
    authority -exportcert -rfc -file "$vault/ca.pem.new"
    mv "$vault/ca.pem.new" "$vault/ca.pem"
}

for node in kafka-1 kafka-2 kafka-3; do
    store=$vault/$node.p12
    [ -s "$store" ] || {
        rm -f "$store.new"
        tool -genkeypair -keystore "$store.new" -alias "$node" -keyalg EC -groupname secp256r1 -dname "CN=$node" -validity 365
        tool -certreq -keystore "$store.new" -alias "$node" -file "$vault/$node.csr"
        authority -gencert -infile "$vault/$node.csr" -outfile "$vault/$node.pem" -rfc -validity 365 \
            -ext "san=dns:$node,dns:localhost,ip:127.0.0.1" -ext ku:c=digitalSignature -ext eku=serverAuth,clientAuth
        tool -importcert -noprompt -keystore "$store.new" -alias authority -file "$vault/ca.pem"
        tool -importcert -noprompt -keystore "$store.new" -alias "$node" -file "$vault/$node.pem"
        mv "$store.new" "$store"
    }
    for file in $node.p12:keystore.p12 ca.pem:ca.pem password:password; do
        cp "$vault/${file%:*}" "/readers/$node/${file#*:}"
        chown 1000 "/readers/$node/${file#*:}"
        chmod 400 "/readers/$node/${file#*:}"
    done
    chmod 755 "/readers/$node"
done
cp "$vault/ca.pem" /readers/clients/ca.pem
chmod 444 /readers/clients/ca.pem
chmod 755 /readers/clients
