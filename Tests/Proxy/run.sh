#!/usr/bin/env bash
# docs/deploy/nginx.conf does what it says: a real nginx with it stands before a service, and curl asks through TLS.
set -euo pipefail
cd "$(dirname "$0")/../.."
export PATH="$PATH:/usr/sbin"
for program in nginx openssl curl python3; do
  command -v "$program" > /dev/null || { echo "試験していません: $program がありません（make proxy が入れます）"; exit 1; }
done
kiyaku=${KIYAKU_BIN:-.build/release/kiyaku}
folder=$(mktemp -d)
service= proxy=
end() {
  for process in $proxy $service; do kill "$process" 2> /dev/null || true; wait "$process" 2> /dev/null || true; done
  rm -rf "$folder"
}
trap end EXIT

"$kiyaku" serve --port 0 --proxy 127.0.0.1 --rules Tests/OpenAPI/rules --data "$folder/data" > "$folder/out" 2> "$folder/log" &
service=$!
for _ in $(seq 200); do
  grep -q '^http://' "$folder/out" && break
  kill -0 "$service" 2> /dev/null || { cat "$folder/log"; exit 1; }
  sleep 0.1
done
inner=$(grep -o '127.0.0.1:[0-9]*' "$folder/out" | head -1)
token=$(grep -o 'kyk_[0-9a-f]*' "$folder/out")

# The example with its places changed, and nothing else.
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=support.example -addext subjectAltName=DNS:support.example \
  -keyout "$folder/key.pem" -out "$folder/fullchain.pem" 2> /dev/null
read -r plain tls < <(python3 -c 'import socket
sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
print(*(s.getsockname()[1] for s in sockets))')
sed -e "s|server 127.0.0.1:8080|server $inner|" -e "s|listen 80;|listen 127.0.0.1:$plain;|" -e "s|listen 443 |listen 127.0.0.1:$tls |" \
  -e "s|/etc/ssl/kiyaku|$folder|" docs/deploy/nginx.conf > "$folder/kiyaku.conf"
cat > "$folder/nginx.conf" <<CONF
daemon off;
pid $folder/nginx.pid;
error_log $folder/error.log;
events {}
http {
    access_log off;
    client_body_temp_path $folder/body;
    proxy_temp_path $folder/proxy;
    fastcgi_temp_path $folder/fastcgi;
    uwsgi_temp_path $folder/uwsgi;
    scgi_temp_path $folder/scgi;
    include $folder/kiyaku.conf;
}
CONF
chmod 755 "$folder"
nginx -p "$folder" -c "$folder/nginx.conf" -e "$folder/error.log" &
proxy=$!
ask() { curl -sS --max-time 20 --cacert "$folder/fullchain.pem" --resolve "support.example:$tls:127.0.0.1" "$@"; }
site=https://support.example:$tls
for _ in $(seq 100); do
  ask -o /dev/null "$site/healthz" 2> /dev/null && break
  kill -0 "$proxy" 2> /dev/null || { cat "$folder/error.log"; exit 1; }
  sleep 0.1
done

fail=0
# is WHAT EXPECTED FOUND
is() { if [ "$2" = "$3" ]; then echo "✔ $1"; else echo "✘ $1: $2 のはずが $3"; fail=1; fi; }
status() { ask -o /dev/null -w '%{http_code}' "$@"; }
bearer=(-H "Authorization: Bearer $token")
lines=(-H 'Content-Type: application/x-ndjson')

is "TLS で答える" 200 "$(status "$site/healthz")"
is "証明書を知らない相手は断る" 60 "$(curl -s -o /dev/null --resolve "support.example:$tls:127.0.0.1" "$site/healthz"; echo $?)"
is "HTTP は HTTPS に移す" 308 "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$plain/")"
is "合言葉がなければ断る" 401 "$(status "$site/v1/contracts")"
is "合言葉が届く" 200 "$(status "${bearer[@]}" "$site/v1/contracts")"
is "判定が記録される" 200 "$(status "${bearer[@]}" -H 'Content-Type: application/json' --data '{"as_of":"2026-11-22"}' "$site/v1/decisions")"
head -c 2097152 /dev/zero | tr '\0' ' ' > "$folder/large"
is "大きすぎる本文は 413" 413 "$(status "${bearer[@]}" -H 'Content-Type: application/json' --data-binary "@$folder/large" "$site/v1/decisions")"
is "まとめての判定に全体の上限はない" 200 "$(
  { printf '{"as_of":"2026-11-22"}\n'; for _ in 1 2 3; do head -c 900000 /dev/zero | tr '\0' ' '; echo; done; } > "$folder/lines"
  status "${bearer[@]}" "${lines[@]}" --data-binary "@$folder/lines" "$site/v1/decisions:batch")"
is "まとめての答えは送っている間に返る" 2 "$(python3 Tests/Proxy/stream.py "$tls" "$folder/fullchain.pem" "$token")"
is "Cookie は https だけに出る" 1 "$(ask -D - -o /dev/null --data 'lang=en&return=/' "$site/settings/language" | grep -ic '^set-cookie:.*; *secure' || true)"
is "記録は確かめられる" 0 "$("$kiyaku" log verify --data "$folder/data" > /dev/null; echo $?)"
exit "$fail"
