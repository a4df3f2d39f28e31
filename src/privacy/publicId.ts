import { createHmac } from "node:crypto";
import { idAlphabet } from "../model/appealBundle.ts";

/** Letters of a hashed id that a word of 64 bits of the hash gives; those of longer ids come from the next word. */
const ofFirstWord = 10;

/**
 * Makes public ids from registry numbers: a keyed hash (HMAC-SHA-256), so that the same appeal keeps its address in every
 * edition and nobody without the key can get from the address to the registry. Two that meet stop the build
 * (PUBLIC_ID_COLLISION): of ten letters, among ten million appeals, with a probability of 6 %; of thirteen, among a hundred
 * million, of 0.02 %. An id of thirteen letters begins with that of ten.
 *
 * @param letters how many an id has
 */
export function keyedIds(key: string, letters: number): (source: string, id: string) => string {
  return (source, id) => {
    const digest = createHmac("sha256", key).update(`${source}\u0000${id}`).digest();
    let number = digest.readBigUInt64BE(0);
    let text = "";
    for (let place = 0; place < letters; place++) {
      if (place === ofFirstWord) number = digest.readBigUInt64BE(8);
      text += idAlphabet[Number(number % 31n)];
      number /= 31n;
    }
    return text;
  };
}

/**
 * The secret behind the public ids as the memory of takedowns knows it, another one for ids of another length; null where
 * they are the registry numbers.
 */
export function idsSecret(key: string | null, letters: number): string | null {
  return key === null || letters === ofFirstWord ? key : `${key} ${letters}`;
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
 * @param letters how many a hashed id has
 */
export function idsMark(key: string | null, letters: number): string {
  const about = `the key of these public ids${letters === ofFirstWord ? "" : `, of ${letters} letters`}`;
  return key === null ? "registry" : createHmac("sha256", key).update(about).digest("hex").slice(0, 16);
}
