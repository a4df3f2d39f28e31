import { readFileSync } from "node:fs";
import { detect, type DetectionContext } from "../../src/privacy/detect.ts";
import { mask } from "../../src/privacy/mask.ts";
import { plainText } from "../../src/privacy/plainText.ts";

/** A text invented to slip through, and the pieces of it that must be gone; none where all must stay. */
export interface HostileText {
  readonly kind: string;
  readonly text: string;
  readonly gone: readonly string[];
}

/** hostile.tsv: kind, text («⏎» is the end of a line), pieces set apart by « ; ». Written before the rules that they try. */
export function hostileTexts(): HostileText[] {
  const lines = readFileSync(new URL("./hostile.tsv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  return lines.map((line) => {
    const [kind = "", text = "", gone = ""] = line.split("\t");
    return {
      kind,
      text: text.replaceAll("⏎", "\n"),
      gone: gone
        .split(" ; ")
        .map((piece) => piece.trim())
        .filter(Boolean),
    };
  });
}

/** Whether a text comes out as it should: read up to three times, as the gate reads. */
export function comesOutRight({ text, gone }: HostileText, context: DetectionContext): boolean {
  const plain = plainText(text);
  let cleaned = plain;
  for (let reading = 0; reading < 3; reading += 1) cleaned = mask(cleaned, detect(cleaned, context)).text;
  return gone.length === 0
    ? cleaned === plain
    : gone.every((piece) => !cleaned.toLowerCase().includes(piece.toLowerCase()));
}
