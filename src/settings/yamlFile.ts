import { LineCounter, isMap, isNode, isScalar, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { BuildStop, type Place } from "../model/buildStop.ts";
import { readSettingsText } from "./settingsText.ts";
import { settingsWords } from "./settingsWords.ts";

/**
 * Reads a settings file through its schema.
 *
 * @param path the file; name: how messages call it, relative to the data folder
 * @throws BuildStop SETTINGS_MISSING, SETTINGS_UNREADABLE (not YAML, not UTF-8, no leave to read it) or SETTINGS_INVALID (every unknown key and wrong
 *   value at once, each with its line and what is expected)
 */
export async function readYamlFile<Schema extends z.ZodType>(
  path: string,
  name: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await readSettingsText(path, name);
  if (text === null) throw new BuildStop("SETTINGS_MISSING", [{ file: name }], { path });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) {
    const { line, col } = lines.linePos(broken.pos[0]);
    throw new BuildStop("SETTINGS_UNREADABLE", [{ file: name, line, column: col }], {
      problem: `${name}:${line}:${col}: ${broken.message}`,
    });
  }
  const content = contentOf(document, name);
  const parsed = schema.safeParse(content, { error: wordsOfSettings(content) });
  if (parsed.success) return parsed.data;

  const places: Place[] = [];
  const problems: string[] = [];
  for (const issue of parsed.error.issues) {
    const keys = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    for (const key of keys) {
      const place = placeOf(document, lines, name, key);
      places.push(place);
      problems.push(
        [
          `${place.file}:${place.line ?? 1}`,
          ...(key.length > 0 ? [key.map(String).join(".")] : []),
          issue.message,
        ].join(": "),
      );
    }
  }
  throw new BuildStop("SETTINGS_INVALID", places, { problems: problems.join("\n"), count: problems.length });
}

/** What the document says; references that unfold without end are refused by the reader. */
function contentOf(document: Document, name: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new BuildStop("SETTINGS_UNREADABLE", [{ file: name }], {
      problem: `${name}: ${error instanceof Error ? error.message : ""}`,
    });
  }
}

/** Zod's own wording in the language that the settings themselves ask for. */
function wordsOfSettings(content: unknown) {
  const english = typeof content === "object" && content !== null && "language" in content && content.language === "en";
  return settingsWords(english ? "en" : "ru");
}

/** Where a key stands in the file; for a key that is missing, where its nearest existing parent stands. */
function placeOf(document: Document, lines: LineCounter, file: string, path: PropertyKey[]): Place {
  for (let length = path.length; length > 0; length--) {
    const offset = offsetOfKey(document, path.slice(0, length));
    if (offset === null) continue;
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  }
  return { file, line: 1 };
}

function offsetOfKey(document: Document, path: PropertyKey[]): number | null {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === last);
    if (pair && isNode(pair.key)) return pair.key.range?.[0] ?? null;
  }
  const node: unknown = document.getIn(path, true);
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}
