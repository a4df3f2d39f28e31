import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** Words that stand for a reader's own in commands and paths, and names in examples: as the Russian guides write them, and as the English. */
const standIns: Record<string, string> = {
  ИМЯ: "NAME",
  ФАЙЛ: "FILE",
  КОД: "CODE",
  ТЕМА: "TOPIC",
  КОМАНДА: "COMMAND",
  ДАТА: "DATE",
  ХЕШ: "HASH",
  ГОД: "YEAR",
  САЙТ: "SITE",
  реестр: "register",
  "<дата>": "<date>",
  "<последний день>": "<its last day>",
};

export interface Section {
  /** 1 for "#", 2 for "##", … */
  level: number;
  title: string;
  /** What stands in backticks, each once, sorted; stand-ins in English. */
  codes: string[];
  /** Lines of its blocks of code, without comments and explanations beside them. */
  commands: string[];
}

/** Names of the guides in English, without ending. */
export function guideNames(): string[] {
  return readdirSync(join(root, "docs"))
    .filter((file) => /^[a-z-]+\.md$/.test(file))
    .map((file) => file.slice(0, -".md".length))
    .sort();
}

/** Files of the project written for people, relative to its root. */
export function documents(): string[] {
  const isDocument = (file: string) => file.endsWith(".md");
  return [
    ...readdirSync(root).filter(isDocument),
    ...readdirSync(join(root, "docs"))
      .filter(isDocument)
      .map((file) => `docs/${file}`),
  ].sort();
}

export function readDocument(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

const inEnglish = (code: string): string => {
  let text = code.replace(/\s+/g, " ");
  for (const [russian, english] of Object.entries(standIns))
    text = text.replace(new RegExp(`(?<!\\p{L})${russian}(?!\\p{L})`, "gu"), english);
  return text;
};

const isIndented = (line: string): boolean => /^ {4}/.test(line);
const fence = /^```/;

/** Blocks of code of a text, fenced or indented, each as its lines. */
export function codeBlocks(text: string): string[] {
  const blocks: string[] = [];
  let open: string[] | null = null;
  let fenced = false;
  for (const line of text.split("\n")) {
    if (fence.test(line)) {
      if (fenced) blocks.push((open ?? []).join("\n"));
      fenced = !fenced;
      open = fenced ? [] : null;
    } else if (fenced || isIndented(line)) (open ??= []).push(line);
    else if (open !== null) {
      blocks.push(open.join("\n"));
      open = null;
    }
  }
  return open === null ? blocks : [...blocks, open.join("\n")];
}

/** A line of code without the comment, or the explanation in a column of its own, that stands beside it. */
const withoutComment = (line: string): string => inEnglish(line.trim().replace(/(?:^| )#(?: .*|$)| {2,}.*$/, ""));

const withoutBlocks = (text: string): string => {
  let fenced = false;
  return text
    .split("\n")
    .filter((line) => {
      if (!fence.test(line)) return !fenced && !isIndented(line);
      fenced = !fenced;
      return false;
    })
    .join("\n");
};

/** A document cut at its headings. */
export function sectionsOf(text: string): Section[] {
  let fenced = false;
  const pieces: string[][] = [];
  for (const line of text.split("\n")) {
    if (fence.test(line)) fenced = !fenced;
    if (!fenced && /^#+ /.test(line)) pieces.push([]);
    pieces.at(-1)?.push(line);
  }
  return pieces.map(([heading = "", ...body]) => {
    const [, marks = "", title = ""] = /^(#+) (.*)$/.exec(heading) ?? [];
    const rest = body.join("\n");
    const codes = new Set([...withoutBlocks(rest).matchAll(/`([^`]+)`/g)].map(([, code = ""]) => inEnglish(code)));
    const commands = codeBlocks(rest).flatMap((block) =>
      block
        .split("\n")
        .map(withoutComment)
        .filter((line) => line !== ""),
    );
    return { level: marks.length, title, codes: [...codes].sort(), commands };
  });
}

/** Relative links of a document that lead to no file or folder of the project. */
export function brokenLinks(file: string): string[] {
  const addresses = [...readDocument(file).matchAll(/\]\(([^()\s]+)\)/g)].map(([, address = ""]) => address);
  const local = addresses.filter((address) => !/^[a-z]+:|^#/.test(address));
  return local.filter((address) => !existsSync(resolve(root, dirname(file), address.replace(/#.*$/, ""))));
}
