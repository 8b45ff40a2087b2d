# Parvis for production: one image for web, worker and commands. Build it with `docker compose build`.
FROM node:24-bookworm-slim AS build
WORKDIR /parvis
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY packages/shared/package.json packages/shared/
RUN npm ci --no-audit --no-fund --loglevel=error
COPY . .
RUN node tools/build.ts && npm prune --omit=dev --no-audit --no-fund --loglevel=error

FROM node:24-bookworm-slim
ENV NODE_ENV=production NODE_OPTIONS="--disable-warning=ExperimentalWarning --max-semi-space-size=16 --max-old-space-size=512" PARVIS_MODE=production PARVIS_DATA=/var/lib/parvis HOST=0.0.0.0 PORT=3000
WORKDIR /parvis
COPY --from=build /parvis ./
# The data folder belongs to the user under which Parvis runs; the code belongs to root and cannot be changed by it.
RUN mkdir -p /var/lib/parvis /backups && chown node:node /var/lib/parvis /backups
USER node
VOLUME ["/var/lib/parvis"]
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node is process 1 and gets the signals itself: it finishes requests and jobs under way, then ends.
CMD ["node", "dist/server/apps/api/src/main.js"]
