import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "astro/config";
import { keepProgram } from "./src/render/keepProgram.ts";

/**
 * Where the portal will stand decides every address on it. A build compiles pages for one path of a host (OTKLIK_BASE) and
 * whatever edition; whoever runs Astro alone names an edition (OTKLIK_EDITION). Type checks load this file without either; to
 * render without one stops in src/edition/renderedEdition.ts.
 */
function baseOf({ OTKLIK_BASE: base, OTKLIK_EDITION: edition }) {
  if (base !== undefined) return base;
  if (!edition) return "/";
  return new URL(JSON.parse(readFileSync(join(edition, "facts.json"), "utf8")).portal.address).pathname;
}

/**
 * Styles that pages need together, in one file each: a dozen small ones are packed a third worse, and the page of an agency
 * has a budget (package.json). Drawings have a file of their own, because what other sites embed needs nothing else.
 */
const styleFiles = {
  subject:
    /\/components\/(?:(?:subject|crossings)\/\w+|replies\/(?:ReplySection|FirstReactions)|embed\/(?:EmbedForm|EmbedBelow)|uses\/UsesBeside|search\/ReadySearches|SubjectBody|SubjectTitle|Headline|KeyFigures|AgencyClock|RemainingWait|Statements|FigureSections|LatestAppeals|ChannelTable|Chart|ChartKey|Cite|DrawnFigure|WaitRange)\.astro\?astro&type=style/u,
  parts:
    /\/components\/(?:replies\/FigureSentences|Section|Fold|Figure|FeedLink|OutcomeMark|BarTable)\.astro\?astro&type=style/u,
  drawings: /\/components\/(?:OutcomeBar|ChartDrawing)\.astro\?astro&type=style/u,
};
const groups = Object.entries(styleFiles).map(([name, test]) => ({ name, test }));

/**
 * Astro marks every element of a component that has styles, with two dozen letters: of a page with tables they are a tenth, packed.
 * Four letters of the same hash tell the components apart as well.
 *
 * @throws Error where two components have the same four: rename the file of one
 */
function shortMarks() {
  const known = new Map();
  return {
    name: "short-marks",
    enforce: "pre",
    transform(code, id) {
      if (!id.includes(".astro") || !code.includes("data-astro-cid-")) return null;
      const short = code.replaceAll(/data-astro-cid-(\w+)/g, (_, hash) => {
        const mark = hash.slice(0, 4);
        if ((known.get(mark) ?? hash) !== hash)
          throw new Error(`Two components are marked data-a-${mark}: rename ${id}`);
        known.set(mark, hash);
        return `data-a-${mark}`;
      });
      return { code: short, map: null };
    },
  };
}

/**
 * What Vite puts around each import on demand fetches style sheets and asks for further files beforehand: a kilobyte on every page
 * with a chart. No script of ours brings a style sheet.
 */
function plainImports() {
  return {
    name: "plain-imports",
    enforce: "pre",
    load: (id) => (id === "\0vite/preload-helper.js" ? "export const __vitePreload = (bring) => bring();" : null),
  };
}

export default defineConfig({
  // Pages ask src/words/links.ts for addresses, never Astro: so they are compiled once, whatever host they will stand on.
  base: baseOf(process.env),
  output: "static",
  trailingSlash: "always",
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  prefetch: false,
  integrations: process.env.OTKLIK_PROGRAM ? [keepProgram(process.env.OTKLIK_PROGRAM)] : [],
  build: { format: "directory", inlineStylesheets: "never" },
  vite: {
    // As modules, which alone may fetch a part of themselves on demand; every browser that runs the search knows them.
    worker: { format: "es", plugins: () => [plainImports()] },
    // Nothing inline, so that the content policy needs no exception.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: { output: { codeSplitting: { groups } } },
    },
    ssr: { external: ["@napi-rs/canvas"] },
    plugins: [shortMarks(), plainImports()],
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
