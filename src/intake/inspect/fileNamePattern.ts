const extensions = /(?:\.\p{L}\w*)+$/u;
/** «31.10.2026», «2026-10», «44»: what is another in the next export. */
const figures = /\d+(?:[-_.]\d+)*/gu;

/**
 * The pattern for a file and its successors: dates, numbers of weeks and all other figures stand for any. A name of
 * figures alone stays as it is: nothing would be left to know the file by.
 *
 * @param name of the file, without folders
 */
export function fileNamePattern(name: string): string {
  const ending = extensions.exec(name)?.[0] ?? "";
  const pattern = name.slice(0, name.length - ending.length).replace(figures, "*");
  return /\p{L}/u.test(pattern) ? pattern + ending : name;
}

/** The name of a file as a title: without ending, and without the figures that are others in the next. */
export function titleOf(name: string): string {
  const stem = fileNamePattern(name).replace(extensions, "");
  return stem
    .replaceAll("*", " ")
    .replace(/[\s_]+/gu, " ")
    .replace(/^[ .,-]+|[ .,-]+$/gu, "");
}
