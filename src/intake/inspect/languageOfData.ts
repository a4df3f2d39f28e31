import type { ColumnProfile } from "./columnProfile.ts";

/** The language in which a file speaks: its headers, or where these are a program's own, what stands under them. */
export function languageOfData(
  columns: readonly Pick<ColumnProfile, "header" | "cyrillic" | "letters">[],
): "ru" | "en" {
  if (columns.some(({ header }) => /[а-яё]/i.test(header))) return "ru";
  const cyrillic = columns.reduce((sum, column) => sum + column.cyrillic, 0);
  const letters = columns.reduce((sum, column) => sum + column.letters, 0);
  return cyrillic > letters / 2 ? "ru" : "en";
}
