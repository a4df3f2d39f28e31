import { defineConfig } from "vitest/config";

/** Tests of built portals: what the commands do, and what a real browser sees. The demo is built once for all of them. */
export default defineConfig({
  test: {
    include: ["tests/build/**/*.test.ts", "tests/browser/**/*.test.ts"],
    globalSetup: ["tests/build/demoSite.ts"],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
