import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "astro/config";

/**
 * Where the portal will stand decides every address on it: read from the edition that OTKLIK_EDITION names. Type checks
 * load this file without one; a build without one stops in src/edition/renderedEdition.ts.
 */
function addressOf(edition) {
  return new URL(
    edition ? JSON.parse(readFileSync(join(edition, "facts.json"), "utf8")).portal.address : "http://localhost/",
  );
}

/**
 * Styles that pages need together, in one file each: a dozen small ones are packed a third worse, and the page of an agency
 * has a budget (package.json). Drawings have a file of their own, because what other sites embed needs nothing else.
 */
const styleFiles = {
  subject:
    /\/components\/(?:(?:subject|crossings)\/\w+|replies\/(?:ReplySection|FirstReactions)|embed\/(?:EmbedForm|EmbedFigures)|uses\/UsesBeside|SubjectBody|SubjectTitle|Headline|KeyFigures|AgencyClock|RemainingWait|Statements|FigureSections|LatestAppeals|ChannelTable|Chart|ChartKey|WaitRange)\.astro\?astro&type=style/u,
  parts:
    /\/components\/(?:replies\/FigureSentences|Section|Fold|Figure|FeedLink|OutcomeMark|BarTable)\.astro\?astro&type=style/u,
  drawings: /\/components\/(?:OutcomeBar|ChartDrawing)\.astro\?astro&type=style/u,
};
const groups = Object.entries(styleFiles).map(([name, test]) => ({ name, test }));

const address = addressOf(process.env.OTKLIK_EDITION);

export default defineConfig({
  site: address.origin,
  base: address.pathname,
  output: "static",
  // Files that belong to no language are put in place once, by the run for the first one.
  publicDir: process.env.OTKLIK_LANGUAGE ? "./public-of-no-language" : "./public",
  trailingSlash: "always",
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  prefetch: false,
  // Tens of thousands of small pages: most of the time goes into waiting for files to be written.
  build: { format: "directory", inlineStylesheets: "never", concurrency: 32 },
  vite: {
    // Nothing inline, so that the content policy needs no exception.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: { output: { codeSplitting: { groups } } },
    },
    ssr: { external: ["@napi-rs/canvas"] },
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
    },
  },
});
