import { defineConfig } from "vitest/config";

/** Tests in a real browser, against a portal that is built once for all of them. */
export default defineConfig({
  test: {
    include: ["tests/browser/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
