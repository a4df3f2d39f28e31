import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/browser/**", "tests/build/**"],
    setupFiles: ["tests/propertyRuns.ts"],
    testTimeout: 20_000,
  },
});
