import { defineConfig } from "vitest/config";
import { engineFlags } from "./tests/engineFlags.ts";
import { LongFilesFirst, withoutDemo } from "./tests/siteFiles.ts";

/** Long enough where a build waits for the pages of several others, on a machine that has much else to do. */
const common = {
  testTimeout: 1_500_000,
  hookTimeout: 1_500_000,
  // What is asked again until it is so may be so late there, too; a second is what vitest would give it.
  expect: { poll: { timeout: 60_000 } },
  execArgv: engineFlags,
  // Node loads the modules, as it does for the commands: see vitest.config.ts.
  experimental: { viteModuleRunner: false, nodeLoader: false },
};
const everyFile = ["tests/coreSeconds.ts", "tests/propertyRuns.ts"];
const onTheDemo = [...everyFile, "tests/build/demoReady.ts"];
/**
 * What measures pages as a reader's machine would, in the end, when builds and checks are over. Beside each other: what is
 * asserted are bytes, shifts of the layout and rules, and one waits for a quiet network most of the time.
 */
const alone = ["tests/browser/lighthouse.test.ts", "tests/browser/budgets.test.ts"];
/** A build and a browser wait for discs, sockets and each other a third of their time: three files keep two cores busy, four are in each other's way. */
const sideBySide = {
  ...common,
  maxWorkers: 3,
  // Files that follow each other share a browser, a process for commands and the modules: to begin anew cost four seconds a file.
  isolate: false,
  sequence: { groupOrder: 1 },
};

/**
 * Tests of built portals: what the commands do, and what a real browser sees. The demo is built once for all of them, while
 * those run that need none.
 */
export default defineConfig({
  test: {
    globalSetup: ["tests/build/demoSite.ts"],
    reporters: ["default", "./tests/slowestFiles.ts"],
    sequence: { sequencer: LongFilesFirst },
    projects: [
      { test: { ...sideBySide, name: "portals", include: withoutDemo, setupFiles: everyFile } },
      {
        test: {
          ...sideBySide,
          name: "demo",
          include: ["tests/build/**/*.test.ts", "tests/browser/**/*.test.ts"],
          exclude: [...withoutDemo, ...alone],
          setupFiles: onTheDemo,
        },
      },
      {
        test: {
          ...common,
          name: "alone",
          include: alone,
          setupFiles: onTheDemo,
          maxWorkers: alone.length,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
