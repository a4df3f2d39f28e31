import { rename } from "node:fs/promises";
import { fileURLToPath } from "node:url";
// Not `import { type … }`, of which Node would leave an import of all of Astro, in every command.
import type { AstroIntegration } from "astro";

/** The file of the compiled program that is to be started. */
export const programFile = "prerender-entry.mjs";

/**
 * Lets Astro compile all pages into a program (program.ts) that renders any edition later, instead of rendering one now:
 * the program stays in a folder, what pages need beside them (styles, scripts, typefaces) in Astro's outDir.
 *
 * @param folder where the program is to stay, on the disk of outDir
 */
export function keepProgram(folder: string): AstroIntegration {
  let compiled: URL;
  return {
    name: "keep-program",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        // A memory of its own: type checks, which may run beside, keep theirs of other settings.
        updateConfig({ vite: { cacheDir: "node_modules/.vite/otklik-pages", plugins: [programInstead()] } });
      },
      "astro:config:done": ({ config }) => {
        compiled = new URL("./.prerender/", config.outDir);
      },
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer({
          name: "keep-program",
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.reject(new Error("Nothing is rendered while pages are compiled")),
          teardown: () => rename(fileURLToPath(compiled), folder),
        });
      },
    },
  };
}

/** Our program in the place of the one that Astro would render with and throw away. */
function programInstead() {
  return {
    name: "program-instead",
    config: () => ({
      environments: {
        prerender: {
          build: {
            rolldownOptions: {
              input: fileURLToPath(new URL("./program.ts", import.meta.url)),
              output: { entryFileNames: programFile },
            },
          },
        },
      },
    }),
  };
}
