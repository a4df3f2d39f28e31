# Builds a portal and serves it:
#   docker build -t otklik .
#   docker run -v "$PWD/my:/data" -v otklik-site:/srv/otklik -p 8080:80 otklik
# The container publishes what is in /data, serves it on port 80 and publishes again when a new export is complete.
FROM node:24-bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends nginx && rm -rf /var/lib/apt/lists/*
WORKDIR /otklik
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
COPY hosting/nginx.conf /etc/nginx/conf.d/otklik.conf
RUN rm -f /etc/nginx/sites-enabled/default && mkdir -p /srv/otklik
VOLUME ["/data", "/srv/otklik"]
EXPOSE 80
ENTRYPOINT ["/otklik/hosting/serve.sh"]
