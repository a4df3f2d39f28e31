import type { SourceField } from "../../model/source.ts";
import { fieldDenials, fieldWords } from "../fieldWords.ts";
import { visibleLabel } from "../label.ts";

/** How well a header speaks for a field: 3 for the strongest words, 0 for none. */
export function nameScore(field: SourceField, header: string): number {
  const words = fieldWords[field] ?? [];
  // Of a name in nested JSON the last part says what it is: "_source.Тема" is no source.
  const name = visibleLabel(header).replace(/^(?:[\w$]+\.)+(?=\S)/, "");
  if (fieldDenials[field]?.test(name)) return 0;
  const index = words.findIndex((pattern) => pattern.test(name));
  return index === -1 ? 0 : 3 - index;
}
