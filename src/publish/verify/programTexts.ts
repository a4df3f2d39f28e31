/** Signs after which a slash begins a pattern; after a name, a number or a closing bracket it divides. */
const beforePattern =
  /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|in|of|delete|void|throw|new|else|do|await|yield))$/u;
const text = /"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'/uy;
const comment = /\/\*[^]*?\*\//uy;
const lineComment = /\/\/[^\n]*/uy;
const pattern = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/uy;
const word = /[\p{L}\p{N}_$]+/uy;
/** A stretch of a template, up to its end or to what it is filled with. */
const stretch = /(?:[^`\\$]|\\[^]|\$(?!\{))*(?:`|\$\{)?/uy;

/**
 * The texts of a program: what stands in quotation marks and backticks, without what a template is filled with, and in
 * comments that end with their line, so that a slash taken for one hides nothing. Packed
 * programs have all of these side by side with patterns that hold quotation marks themselves, so that pairs of marks alone
 * would take code for text.
 */
export function programTexts(code: string): string[] {
  const texts: string[] = [];
  /** Open braces since each template that is being filled began to be. */
  const filled: number[] = [];
  let at = 0;
  let before = "";
  const take = (kind: RegExp): string | null => {
    kind.lastIndex = at;
    const found = kind.exec(code)?.[0] ?? "";
    at += found.length;
    return found === "" ? null : found;
  };
  const template = (): void => {
    const found = take(stretch) ?? "";
    const isFilled = found.endsWith("${");
    texts.push(found.replace(isFilled ? /\$\{$/u : /`$/u, ""));
    if (isFilled) filled.push(0);
    before = isFilled ? "{" : "`";
  };
  while (at < code.length) {
    const sign = code[at]!;
    if (sign === '"' || sign === "'") {
      const found = take(text);
      if (found !== null) texts.push(found.slice(1, -1));
      else at += 1;
      before = sign;
    } else if (sign === "`") {
      at += 1;
      template();
    } else if (sign === "}" && filled.at(-1) === 0) {
      filled.pop();
      at += 1;
      template();
    } else if (sign === "/" && take(comment) !== null) {
      // What stands before a comment decides about what comes after it.
    } else if (sign === "/" && code[at + 1] === "/") {
      texts.push(take(lineComment)!);
    } else if (sign === "/" && beforePattern.test(before) && take(pattern) !== null) {
      before = ")";
    } else {
      const found = take(word);
      if (found === null) {
        if (filled.length > 0 && (sign === "{" || sign === "}")) filled.push(filled.pop()! + (sign === "{" ? 1 : -1));
        at += 1;
      }
      if (!/\s/u.test(sign)) before = found ?? sign;
    }
  }
  return texts;
}
