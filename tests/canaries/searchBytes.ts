import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { slugOf } from "../../src/intake/slug.ts";
import type { Canary } from "./canaries.ts";

/** The forms in which a value can be seen again, in small letters: as written, as an address has it, its digits alone. */
function formsOf({ value }: Canary): string[] {
  const digits = value.replace(/\D/g, "");
  const forms = [value.toLowerCase(), slugOf(value)];
  // Short digits alone are found in anything.
  if (digits.length >= 8) forms.push(digits);
  if (value.startsWith("8 912")) forms.push(`7${digits.slice(1)}`);
  return [...new Set(forms)].filter((form) => form.length >= 6);
}

/** Every file below a folder as text, packed ones unpacked. Latin-1 keeps every byte of what is no UTF-8. */
export async function* contentsOf(folder: string): AsyncGenerator<{ file: string; content: string }> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    const unpacked = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    yield { file: join(entry.parentPath, entry.name).slice(folder.length + 1), content: unpacked.toString("utf8") };
  }
}

/** Which canaries stand in a text: class and form, never more than is needed to find the leak. */
export function found(content: string, planted: readonly Canary[]): string[] {
  const lower = content.toLowerCase();
  const joined = lower.replace(/(?<=\d)[\s\u00a0()-]+(?=\d)/g, "");
  const hits = planted.flatMap((canary) =>
    formsOf(canary)
      .filter((form) => (/^\d+$/.test(form) ? joined : lower).includes(form))
      .map((form) => `${canary.class}: ${form}`),
  );
  return [...new Set(hits)];
}
