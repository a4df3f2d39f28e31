#!/bin/sh
# Publishes /data, serves it, and publishes again when a new export is complete. Arguments go to release and watch.
set -eu
cd /otklik
npm run --silent release -- --data /data --site /srv/otklik/site --compress "$@" || [ -e /srv/otklik/site/index.html ]
nginx
exec node_modules/.bin/node scripts/otklik.ts watch --data /data --site /srv/otklik/site --compress "$@"
