import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "astro/config";

// The edition to render: a folder with facts.json and, unless the portal publishes figures only, appeals.ndjson.
const edition = process.env.OTKLIK_EDITION;
if (!edition) throw new Error("OTKLIK_EDITION is not set: it names the edition folder that the pages are rendered from");

/** Where the portal will stand decides every address on it. */
const address = new URL(JSON.parse(readFileSync(join(edition, "facts.json"), "utf8")).portal.address);

export default defineConfig({
  site: address.origin,
  base: address.pathname,
  output: "static",
  trailingSlash: "always",
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  prefetch: false,
  // Tens of thousands of small pages: most of the time goes into waiting for files to be written.
  build: { format: "directory", inlineStylesheets: "never", concurrency: 32 },
  vite: {
    // Nothing inline, so that the content policy needs no exception.
    build: { assetsInlineLimit: 0 },
    ssr: { external: ["@napi-rs/canvas"] },
  },
  security: {
    csp: {
      directives: ["default-src 'none'", "img-src 'self'", "font-src 'self'", "connect-src 'self'", "form-action 'self'", "base-uri 'none'"],
    },
  },
});
