import { defineConfig } from "vitest/config";
import { engineFlags } from "./tests/engineFlags.ts";

/**
 * Tests of rooms. They share the modules of a worker: to load the dictionaries anew for each file took as long as the tests.
 * So a test that replaces something global puts it back.
 */
export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/browser/**", "tests/build/**"],
    setupFiles: ["tests/propertyRuns.ts"],
    // For a machine that has much else to do; no test takes so long.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    isolate: false,
    execArgv: engineFlags,
    maxWorkers: "100%",
    reporters: ["default", "./tests/slowestFiles.ts"],
  },
});
