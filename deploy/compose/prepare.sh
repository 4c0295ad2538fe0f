#!/bin/sh
# Makes the secrets and certificates that compose.yaml needs, once: .env and deploy/compose/certificates.
set -e
cd "$(dirname "$0")/../.."
umask 077
folder=deploy/compose/certificates

if [ ! -f .env ]; then
  app_secret=$(openssl rand -hex 32)
  app_password=$(printf portal_app | openssl dgst -sha256 -hmac "$app_secret" | sed 's/.*= *//')
  cat > .env <<END
APP_SECRET=$app_secret
APP_PASSWORD=$app_password
DATA_KEYS=first:$(openssl rand -base64 32 | tr '+/' '-_' | tr -d '=')
HEADS_KEY=$(openssl genpkey -algorithm ed25519 -outform DER | openssl base64 -A)
NEXT_SERVER_ACTIONS_ENCRYPTION_KEY=$(openssl rand -base64 32)
EMPLOYER_OIDC_CLIENT_SECRET=$(openssl rand -hex 32)
STAFF_OIDC_CLIENT_SECRET=$(openssl rand -hex 32)
POSTGRES_PASSWORD=$(openssl rand -hex 24)
OWNER_PASSWORD=$(openssl rand -hex 24)
END
  echo "Made .env: it holds the keys of everything that is filled in. Keep it."
fi

if [ ! -f "$folder/server.crt" ]; then
  mkdir -p "$folder"
  openssl req -x509 -newkey rsa:2048 -nodes -days 365 -subj "/CN=Portal on this machine" \
    -addext "basicConstraints=critical,CA:true" -keyout "$folder/authority.key" -out "$folder/authority.crt"
  openssl req -newkey rsa:2048 -nodes -subj "/CN=portal.localhost" -keyout "$folder/server.key" -out "$folder/server.csr"
  printf 'subjectAltName=DNS:portal.localhost,DNS:identity.localhost\n' > "$folder/server.ext"
  openssl x509 -req -days 365 -in "$folder/server.csr" -CA "$folder/authority.crt" -CAkey "$folder/authority.key" \
    -CAcreateserial -extfile "$folder/server.ext" -out "$folder/server.crt"
  # The containers run as users of their own.
  chmod 755 "$folder"
  chmod 644 "$folder/authority.crt"
  echo "Made $folder: have your browser trust authority.crt."
fi
