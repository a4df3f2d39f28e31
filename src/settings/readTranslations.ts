import { join } from "node:path";
import { BuildStop } from "../model/buildStop.ts";
import { languagesOf, type Language, type Portal } from "../model/portal.ts";
import { translationSchema, type Translation } from "../model/translation.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { readYamlFile } from "./yamlFile.ts";

export type Translations = Partial<Record<Language, Translation>>;

/**
 * Reads data/languages/LANGUAGE.yaml of every further language.
 *
 * @throws BuildStop for a missing or invalid file, and for a code that the vocabulary does not have
 */
export async function readTranslations(dataDir: string, portal: Portal, vocabulary: Vocabulary): Promise<Translations> {
  const [, ...others] = languagesOf(portal);
  const read = await Promise.all(
    others.map(async (language) => {
      const name = `languages/${language}.yaml`;
      const translation = await readYamlFile(join(dataDir, name), name, translationSchema);
      requireKnownCodes(translation, vocabulary, name);
      return [language, translation] as const;
    }),
  );
  return Object.fromEntries(read);
}

/** A mistyped code would leave its name untranslated without a word. */
function requireKnownCodes(translation: Translation, vocabulary: Vocabulary, file: string): void {
  const problems = (["agencies", "topics", "places"] as const).flatMap((list) => {
    const known = new Set(vocabulary[list].map(({ code }) => code));
    return Object.keys(translation[list])
      .filter((code) => known.size > 0 && !known.has(code))
      .map((code) => `${file}: ${list}.${code}`);
  });
  if (problems.length > 0)
    throw new BuildStop("SETTINGS_INVALID", [{ file }], { problems: problems.join("\n"), count: problems.length });
}
