#!/usr/bin/env bash
# Makes a domain of Payara Server that runs Parley, or brings it up to date:
#   server-config/payara-server/install.sh <payara-home> <parley.war>
# README.md beside it tells what it reads from the environment.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=
trap 'rm -rf "$work"' EXIT

fail() {
  echo "$1" >&2
  exit 1
}

require_input() {
  [ $# -eq 2 ] || fail "Usage: install.sh <payara-home> <parley.war>"
  asadmin_program=$1/bin/asadmin
  war=$(realpath -m "$2")
  domain=${PAYARA_DOMAIN:-parley}
  domains=${PAYARA_DOMAINS:-$1/glassfish/domains}
  admin_port=${PAYARA_ADMIN_PORT:-4848}
  port=${PARLEY_PORT:-8080}
  ops_port=${PARLEY_OPS_PORT:-}
  driver=${JDBC_DRIVER:-$(dirname "$war")/server/postgresql.jar}
  passwords=${PAYARA_PASSWORD_FILE:-}
  [ -x "$asadmin_program" ] || fail "$1 is not Payara Server: it has no bin/asadmin."
  [ -r "$war" ] || fail "There is no application at $war that can be read; build it with mvn package."
  [ -r "$driver" ] || fail "There is no PostgreSQL driver at $driver that can be read; name one by JDBC_DRIVER."
  [ -r "$passwords" ] || fail "PAYARA_PASSWORD_FILE must name a file with the line AS_ADMIN_PASSWORD=…"
  local name
  for name in PARLEY_DB_URL PARLEY_DB_USER PARLEY_DB_PASSWORD; do
    [ -n "${!name:-}" ] || fail "$name is not set; Payara Server has no database of its own."
  done
}

# The application itself knows what its settings must be, and the Java that will run it asks the database.
require_usable() {
  local java said
  # shellcheck disable=SC1091
  java=$(. "$1/glassfish/config/asenv.conf" && echo "${AS_JAVA:+$AS_JAVA/bin/}java")
  "$java" -version >"$work/out" 2>&1 || fail "There is no Java at $java; Payara Server needs a JDK."
  (cd "$work" && "${java%java}jar" xf "$war" WEB-INF/classes) >"$work/out" 2>&1 || true
  [ -f "$work/WEB-INF/classes/dev/parley/server/platform/InstallCheck.class" ] || fail "$war is not Parley; build it with mvn package."
  said=$("$java" -cp "$work/WEB-INF/classes:$driver" dev.parley.server.platform.InstallCheck "$driver" 2>"$work/out") \
    || fail "${said:-The settings could not be checked: $(tail -n 1 "$work/out")}"
  [ ! -d "$domains/$domain" ] || [ -w "$domains/$domain/config/domain.xml" ] \
    || fail "$domains/$domain is no domain that $(id -un) may change."
}

asadmin() {
  "$asadmin_program" --interactive=false --user "${PAYARA_ADMIN_USER:-admin}" --passwordfile "$passwords" \
    --host localhost --port "$admin_port" "$@" >"$work/out" 2>&1
}

# What asadmin has said, without its own chatter.
reason() {
  sed -E 's/^remote failure: //; s/^Ping Connection Pool failed for .*//; s/ ?Please (check|see) .*//' "$work/out" \
    | grep -vE '^$|^(Command .* failed|Unable to (create|retrieve)|Using (default )?port)' | head -n 2 | paste -sd ' '
}

run() {
  local problem=$1
  shift
  asadmin "$@" && return
  if grep -q 'Authentication failed' "$work/out"; then
    fail "asadmin does not accept the password in $passwords for ${PAYARA_ADMIN_USER:-admin} at localhost:$admin_port."
  fi
  fail "$problem $(reason)"
}

is_running() {
  "$asadmin_program" list-domains --domaindir "$domains" 2>/dev/null | grep -qE "^$domain running"
}

# The ports that the domain has now are its own while it runs.
require_free() {
  if [ "$running" = yes ] && grep -q "port=\"$1\"" "$domains/$domain/config/domain.xml"; then
    return
  fi
  if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then
    fail "Port $1 is in use; stop what listens there or choose another by $2."
  fi
}

make_domain() {
  run "The domain $domain could not be made:" create-domain --domaindir "$domains" --nopassword=false \
    --savelogin=false --savemasterpassword=false --checkports=false --adminport "$admin_port" \
    --instanceport "$port" ${PAYARA_PORTS:+--domainproperties "$PAYARA_PORTS"} "$domain"
  # From its first start on, it tells nobody about itself, and has no message broker: that would listen everywhere, with
  # a password that everybody knows.
  # shellcheck disable=SC2016
  local broker='<jms-service type="DISABLED" default-jms-host="default_JMS_host"><jms-host name="default_JMS_host" host="localhost" port="${JMS_PROVIDER_PORT}"/></jms-service>'
  sed -i '0,/<config name="server-config">/s||&<phone-home-runtime-configuration enabled="false"/>'"$broker|" \
    "$domains/$domain/config/domain.xml"
}

listeners() {
  local at=configs.config.server-config.network-config.network-listeners.network-listener
  echo "set $at.http-listener-1.port=$port"
  if [ -n "$ops_port" ] && ! grep -q 'name="ops-listener"' "$domains/$domain/config/domain.xml"; then
    echo "create-network-listener --address 127.0.0.1 --listenerport $ops_port --protocol http-listener-1 --transport tcp --threadpool http-thread-pool ops-listener"
  elif [ -n "$ops_port" ]; then
    echo "set $at.ops-listener.port=$ops_port"
  elif grep -q 'name="ops-listener"' "$domains/$domain/config/domain.xml"; then
    echo "delete-network-listener ops-listener"
  fi
}

# What the domain is before it opens a port and before it loads anything. An application that is there already stays
# unloaded: it would still be loading when the new one comes, which then could not take its name.
commands_before_boot() {
  local domain_xml=$domains/$domain/config/domain.xml
  cat "$here/preboot.asadmin"
  listeners
  # A pool that is there already is set anew, not made anew.
  if grep -qE '<jdbc-connection-pool [^>]*name="parley"' "$domain_xml"; then
    grep -v '^create-jdbc-' "$here/pool.asadmin"
  else
    cat "$here/pool.asadmin"
  fi
  if grep -qE '<application [^>]*name="parley"' "$domain_xml"; then
    echo "set applications.application.parley.enabled=false"
  fi
}

start_domain() {
  rm -f "$domains/$domain"/lib/postgresql*.jar
  cp "$driver" "$domains/$domain/lib/postgresql.jar"
  cat "$here/../payara-micro/hazelcast.xml" >"$domains/$domain/config/hazelcast.xml"
  commands_before_boot >"$work/preboot.asadmin"
  run "The domain $domain did not start:" start-domain --domaindir "$domains" \
    --prebootcommandfile "$work/preboot.asadmin" --postbootcommandfile "$here/logging.asadmin" "$domain"
}

deploy() {
  run "The server could not be set up:" set configs.config.server-config.jms-service.type=DISABLED
  run "The database at ${PARLEY_DB_URL%%\?*} cannot be used:" ping-connection-pool parley
  run "The application could not start:" deploy --force=true --name parley --contextroot / "$war"
}

require_input "$@"
work=$(mktemp -d)
require_usable "$1"
running=no
if is_running; then
  running=yes
  run "The server could not be asked:" uptime
fi
[ -z "$(printf '%s\n' "$admin_port" "$port" ${ops_port:+"$ops_port"} | sort | uniq -d)" ] \
  || fail "PARLEY_PORT, PARLEY_OPS_PORT and PAYARA_ADMIN_PORT must be different ports."
require_free "$admin_port" PAYARA_ADMIN_PORT
require_free "$port" PARLEY_PORT
[ -z "$ops_port" ] || require_free "$ops_port" PARLEY_OPS_PORT
[ -d "$domains/$domain" ] || make_domain
if [ $running = yes ]; then
  run "The domain $domain could not be stopped:" stop-domain --domaindir "$domains" "$domain"
fi
start_domain
deploy
echo "Parley is ready at ${PARLEY_PUBLIC_URL:-http://localhost:8080}; Payara's admin console is at http://localhost:$admin_port."
