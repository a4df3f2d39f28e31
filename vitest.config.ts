import { defineConfig } from "vitest/config";
import { engineFlags } from "./tests/engineFlags.ts";

/** Tests that put another module in the place of one: Vite loads theirs. All others are loaded by Node, in half the time. */
const replacingModules = [
  "tests/commands/preview.test.ts",
  "tests/privacy/provenDetectors.test.ts",
  "tests/site/lateEdition.test.ts",
];
const common = {
  setupFiles: ["tests/propertyRuns.ts"],
  // For a machine that has much else to do; no test takes so long.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  isolate: false,
  execArgv: engineFlags,
};

/**
 * Tests of rooms. They share the modules of a worker: to load the dictionaries anew for each file took as long as the tests.
 * So a test that replaces something global puts it back.
 */
export default defineConfig({
  test: {
    maxWorkers: "100%",
    reporters: ["default", "./tests/slowestFiles.ts"],
    projects: [
      {
        test: {
          ...common,
          name: "rooms",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/browser/**", "tests/build/**", ...replacingModules],
          experimental: { viteModuleRunner: false, nodeLoader: false },
        },
      },
      { test: { ...common, name: "replacing modules", include: replacingModules } },
    ],
  },
});
