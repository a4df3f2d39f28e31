import { createHmac } from "node:crypto";

/** Small Latin letters and figures without those that are mistaken for each other (i l o 0 1). */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
const idLength = 10;

/**
 * Makes public ids from registry numbers: a keyed hash (HMAC-SHA-256), so that the same appeal keeps its address in every
 * edition and nobody without the key can get from the address to the registry. Ten letters of 31 hold 49 bits: among a
 * million appeals two meet with a probability of one in a thousand, and then the build stops (PUBLIC_ID_COLLISION).
 */
export function keyedIds(key: string): (source: string, id: string) => string {
  return (source, id) => {
    const digest = createHmac("sha256", key).update(`${source}\u0000${id}`).digest();
    let number = digest.readBigUInt64BE(0);
    let text = "";
    for (let place = 0; place < idLength; place++) {
      text += alphabet[Number(number % 31n)];
      number /= 31n;
    }
    return text;
  };
}

/** Public ids that are the registry numbers themselves, in a form that an address can hold. */
export function registryIds(): (source: string, id: string) => string {
  return (source, id) =>
    `${source}-${id}`
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
}

/**
 * Stands for the way in which public ids are made, so that two builds can be compared without a look at the key: a keyed
 * hash of a fixed text, of which 64 bits are told. It helps a guesser no more than any public id does.
 *
 * @param key null where public ids are the registry numbers
 */
export function idsMark(key: string | null): string {
  return key === null
    ? "registry"
    : createHmac("sha256", key).update("the key of these public ids").digest("hex").slice(0, 16);
}
