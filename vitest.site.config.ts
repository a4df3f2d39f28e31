import { defineConfig } from "vitest/config";

const common = { testTimeout: 120_000, hookTimeout: 300_000, setupFiles: ["tests/propertyRuns.ts"] };
/** What measures pages as a reader's machine would must have this one to itself. */
const alone = ["tests/browser/lighthouse.test.ts", "tests/browser/budgets.test.ts"];

/**
 * Tests of built portals: what the commands do, and what a real browser sees. The demo is built once for all of them. A build
 * and a browser wait for discs and sockets half of their time, so two files run side by side.
 */
export default defineConfig({
  test: {
    globalSetup: ["tests/build/demoSite.ts"],
    reporters: ["default", "./tests/slowestFiles.ts"],
    projects: [
      {
        test: {
          ...common,
          name: "portals",
          include: ["tests/build/**/*.test.ts", "tests/browser/**/*.test.ts"],
          exclude: alone,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      { test: { ...common, name: "alone", include: alone, fileParallelism: false, sequence: { groupOrder: 2 } } },
    ],
  },
});
