import astro from "eslint-plugin-astro";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

/** Components only: everything else is looked at by oxlint (.oxlintrc.json), which cannot read templates. */
export default defineConfig(
  { ignores: ["dist/**", "site/**", "site.releases/**", ".astro/**", "node_modules/**", ".*/**"] },
  {
    files: ["**/*.astro"],
    extends: [tseslint.configs.recommended, astro.configs.recommended],
    rules: {
      "no-console": "error",
      eqeqeq: "error",
      "prefer-const": "error",
      "no-empty": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
);
