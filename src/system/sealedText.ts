import { timingSafeEqual } from "node:crypto";

/** A keyed hash of a text, in letters of ASCII and without a line break. */
type SealOf = (content: string) => string;

/** A text below its seal, as it is kept on the disk. */
export const sealedText = (content: string, sealOf: SealOf): string => `${sealOf(content)}\n${content}`;

/**
 * Reads what sealedText wrote.
 *
 * @returns the text; null where the seal is not the one that it has under this key
 */
export function openSealedText(written: string, sealOf: SealOf): string | null {
  const end = written.indexOf("\n");
  const [seal, content] = [Buffer.from(written.slice(0, Math.max(0, end))), written.slice(end + 1)];
  const wanted = Buffer.from(sealOf(content));
  return seal.length === wanted.length && timingSafeEqual(seal, wanted) ? content : null;
}
