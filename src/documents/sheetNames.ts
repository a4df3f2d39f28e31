/** What a sheet of a workbook may be called: at most 31 characters, without these, not within apostrophes. */
const longest = 31;
const forbidden = /[[\]:*?/\\\p{Cc}]/gu;

/** Names that a workbook takes, each another one whatever its case: too long ones are cut, equal ones numbered. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain =
      name
        .replace(forbidden, " ")
        .replace(/\s+/g, " ")
        .replace(/^'+|'+$/g, "")
        .trim() || "1";
    let fitting = cut(plain, longest);
    for (let number = 2; taken.has(fitting.toLowerCase()); number++) {
      const ending = ` (${number})`;
      fitting = cut(plain, longest - ending.length) + ending;
    }
    taken.add(fitting.toLowerCase());
    return fitting;
  });
}

const cut = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\s\uD800-\uDBFF]+$/u, "");
