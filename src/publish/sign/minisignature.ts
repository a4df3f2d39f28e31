import { createHash, sign, verify } from "node:crypto";
import { keyNumber, type PublicKey, type SecretKey } from "./minisignKey.ts";

/** Signatures as minisign makes them: Ed25519 over BLAKE2b-512 of the file, and over that and the trusted comment. */

const prehashed = Buffer.from("ED");
/** As minisign made them before; still read. */
const whole = Buffer.from("Ed");

/**
 * @param comment one line that is signed together with the file
 * @returns what stands in FILE.minisig; the same key, file and comment always give the same
 */
export function signatureOf(content: Uint8Array, comment: string, key: SecretKey): string {
  if (/[\r\n]/.test(comment)) throw new Error("A trusted comment is one line");
  const signature = sign(null, createHash("blake2b512").update(content).digest(), key.secret);
  const overall = sign(null, Buffer.concat([signature, Buffer.from(comment)]), key.secret);
  const line = Buffer.concat([prehashed, key.id, signature]).toString("base64");
  return `untrusted comment: signature of key ${keyNumber(key)}\n${line}\ntrusted comment: ${comment}\n${overall.toString("base64")}\n`;
}

export type SignatureVerdict = { state: "good"; comment: string } | { state: "unreadable" | "other-key" | "bad" };

/** Whether a signature of minisign's format belongs to a file and was made with a key. */
export function checkSignature(content: Uint8Array, signature: string, key: PublicKey): SignatureVerdict {
  const [untrusted, line, trusted, overall] = signature.split(/\r?\n/);
  const bytes = Buffer.from(line ?? "", "base64");
  const kind = bytes.subarray(0, 2);
  const isHashed = kind.equals(prehashed);
  const prefix = "trusted comment: ";
  if (
    !untrusted?.startsWith("untrusted comment: ") ||
    !trusted?.startsWith(prefix) ||
    bytes.length !== 74 ||
    !(isHashed || kind.equals(whole))
  )
    return { state: "unreadable" };
  if (!bytes.subarray(2, 10).equals(key.id)) return { state: "other-key" };
  const comment = trusted.slice(prefix.length);
  const signed = isHashed ? createHash("blake2b512").update(content).digest() : content;
  const own = bytes.subarray(10);
  const isGood =
    verify(null, signed, key.key, own) &&
    verify(null, Buffer.concat([own, Buffer.from(comment)]), key.key, Buffer.from(overall ?? "", "base64"));
  return isGood ? { state: "good", comment } : { state: "bad" };
}
