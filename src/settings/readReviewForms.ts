import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { BuildStop } from "../model/buildStop.ts";
import { type FormWords, type ReviewForm, reviewFormSchema } from "../model/reviewForm.ts";
import type { Portal } from "../model/portal.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { readYamlFile } from "./yamlFile.ts";

const folder = "reports";
/** The name of a form is a part of addresses. */
const nameForm = /^[a-z0-9-]+\.ya?ml$/;

/**
 * The forms of reviews: data/reports/*.yaml (or .yml), by name.
 *
 * @returns none where a portal has no such folder: then it publishes no reviews
 * @throws BuildStop SETTINGS_UNREADABLE, SETTINGS_INVALID: every unknown key, topic and missing word, each with its line; a name that no
 *   address can have
 */
export async function readReviewForms(
  dataDir: string,
  { language }: Pick<Portal, "language">,
  vocabulary: Vocabulary,
): Promise<ReviewForm[]> {
  const files = (await readdir(join(dataDir, folder)).catch(() => [])).filter((file) => /\.ya?ml$/.test(file)).sort();
  const strange = files.filter((file) => !nameForm.test(file));
  if (strange.length > 0)
    throw new BuildStop(
      "SETTINGS_INVALID",
      strange.map((file) => ({ file: `${folder}/${file}` })),
      { problems: strange.map((file) => `${folder}/${file}: a-z, 0-9, -`).join("\n"), count: strange.length },
    );
  const schema = withKnownTopics(language, new Set(vocabulary.topics.map(({ code }) => code)));
  return Promise.all(
    files.map(async (file) => ({
      name: file.replace(/\.ya?ml$/, ""),
      ...(await readYamlFile(join(dataDir, folder, file), `${folder}/${file}`, schema)),
    })),
  );
}

/** The schema of a form that names only topics of the vocabulary, and says everything in the portal's first language. */
function withKnownTopics(language: Portal["language"], topics: ReadonlySet<string>) {
  return reviewFormSchema.superRefine((form, context) => {
    const fault = (path: PropertyKey[], message: string) => context.addIssue({ code: "custom", path, message });
    const mustSay = (words: FormWords | undefined, path: PropertyKey[]) => {
      if (typeof words === "object" && words[language] === undefined) fault(path, `${language}: …`);
    };
    mustSay(form.title, ["title"]);
    mustSay(form.basis, ["basis"]);
    form.sections.forEach(({ title, note, lines }, section) => {
      const named = new Set<string>();
      mustSay(title, ["sections", section, "title"]);
      mustSay(note, ["sections", section, "note"]);
      lines.forEach(({ title: words, count }, line) => {
        const path = ["sections", section, "lines", line];
        mustSay(words, [...path, "title"]);
        if (typeof count !== "object" || !("topics" in count) || count.topics === "rest") return;
        count.topics.forEach((code, at) => {
          if (!topics.has(code)) fault([...path, "count", "topics", at], "a code of vocabulary/topics.csv");
          // An appeal counts in one line of a section, or its lines would not add up.
          if (named.has(code))
            fault([...path, "count", "topics", at], "a topic that no other line of the section names");
          named.add(code);
        });
      });
    });
  });
}
