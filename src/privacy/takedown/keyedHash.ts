import { createHmac } from "node:crypto";

/** Makes hashes that nobody without the key can look a guess up in: HMAC-SHA-256, of which 96 bits are kept. */
export type KeyedHash = (kind: string, content: string) => string;

/** @param key a secret; kind: hashes of one kind are never equal to those of another */
export function keyedHash(key: string): KeyedHash {
  return (kind, content) => createHmac("sha256", key).update(`${kind}\u0000${content}`).digest("hex").slice(0, 24);
}
