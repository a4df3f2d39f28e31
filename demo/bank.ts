/**
 * A bank of sentences about one topic, written as plain lines:
 *
 *     # a case («нет горячей воды»); tags after @ limit it: @город @село @зима @лето @холод @тепло @весна @осень
 *     ? a complaint      + a detail      ! a request
 *     = reply: done      > reply: planned      ~ reply: explained      - reply: refused
 *
 * Lines before the first case belong to all cases. A line may carry a tag of its own in front.
 * A key after & ties lines together: a detail or a reply with keys goes only with a complaint (or a case) that has one of them.
 */
export interface Line {
  text: string;
  tags: readonly string[];
  keys: readonly string[];
}

export type Role = "?" | "+" | "!" | "=" | ">" | "~" | "-";

type Lines = Record<Role, Line[]>;

export interface Case {
  tags: readonly string[];
  keys: readonly string[];
  own: Lines;
}

export interface Bank {
  common: Lines;
  cases: readonly Case[];
}

const roles: readonly string[] = ["?", "+", "!", "=", ">", "~", "-"];

function emptyLines(): Lines {
  return { "?": [], "+": [], "!": [], "=": [], ">": [], "~": [], "-": [] };
}

function tagged(source: string): Line {
  const tags: string[] = [];
  const keys: string[] = [];
  const text = source.replace(/([@&])(\S+)\s*/gu, (_, sign: string, word: string) => {
    (sign === "@" ? tags : keys).push(word);
    return "";
  });
  return { text: text.trim(), tags, keys };
}

/** Reads a bank; throws on a line that begins with none of the signs. */
export function bank(source: string): Bank {
  const common = emptyLines();
  const cases: Case[] = [];
  let lines = common;
  for (const raw of source.split("\n")) {
    const line = raw.trim();
    if (line === "") continue;
    const sign = line.charAt(0);
    const rest = tagged(line.slice(1));
    if (sign === "#") {
      lines = emptyLines();
      cases.push({ tags: rest.tags, keys: rest.keys, own: lines });
    } else if (roles.includes(sign)) {
      lines[sign as Role].push(rest);
    } else {
      throw new Error(`a line of a bank begins with «${sign}»`);
    }
  }
  return { common, cases };
}
