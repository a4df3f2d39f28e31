import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["dist/**", "site/**", "site.releases/**", ".astro/**", "node_modules/**", "**/*.astro", ".*/**"] },
  tseslint.configs.recommended,
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
  // Only the commands talk to the terminal.
  { files: ["scripts/**"], rules: { "no-console": "off" } },
);
