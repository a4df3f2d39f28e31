import { expect, test } from "vitest";
import { createVoice } from "../../src/words/language.ts";

// Replies may be published as texts though nobody knows when they were given.
test.each(["ru", "en"] as const)(
  "what is not recorded of replies is when they were given, not that there are any (%s)",
  (language) => {
    const { t } = createVoice(language);
    for (const key of ["notes.no-first-reply", "notes.no-events"] as const)
      expect(t(key)).toMatch(/^Когда | when |dates of replies/u);
  },
);
