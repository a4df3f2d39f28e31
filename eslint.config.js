import astro from "eslint-plugin-astro";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["dist/**", "site/**", "site.releases/**", ".astro/**", "node_modules/**", ".*/**"] },
  tseslint.configs.recommended,
  astro.configs.recommended,
  {
    rules: {
      "no-console": "error",
      eqeqeq: "error",
      "prefer-const": "error",
      "no-empty": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["src/**/*.ts", "scripts/**/*.ts", "demo/**/*.ts", "tests/**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    // One program for the whole run. The service that editors use looks at each file for itself and takes longer.
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      // What keeps the promise of an interface is async, whether it waits for anything or not.
      "@typescript-eslint/require-await": "off",
    },
  },
  // Values of a database's cell have no narrower type than all that it may hold.
  { files: ["src/store/**"], rules: { "@typescript-eslint/no-base-to-string": "off" } },
  // Matchers such as expect.closeTo are of type any.
  {
    files: ["tests/**"],
    rules: { "@typescript-eslint/no-unsafe-assignment": "off", "@typescript-eslint/no-unsafe-return": "off" },
  },
  // Only the commands talk to the terminal.
  { files: ["scripts/**"], rules: { "no-console": "off" } },
);
