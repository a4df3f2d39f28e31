/** A number of 52 bits for a text: enough to tell millions of ids apart where a rare confusion only miscounts by one. */
export function shortDigest(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
    high ^= high >>> 13;
  }
  low = Math.imul(low ^ (low >>> 16), 0xc2b2ae35);
  return (high >>> 0) * 0x100000 + ((low ^ (low >>> 13)) & 0xfffff);
}

/** A letter of English or Russian as a small one, any other sign as it is. */
function small(code: number): number {
  if ((code >= 65 && code <= 90) || (code >= 0x410 && code <= 0x42f)) return code + 32;
  return code >= 0x400 && code < 0x410 ? code + 80 : code;
}

/** A number of 32 bits for how a text begins and how long it is: capital letters and small ones are the same. */
export function beginningDigest(text: string, letters: number): number {
  let digest = Math.imul(0x811c9dc5 ^ text.length, 0x01000193);
  const end = Math.min(letters, text.length);
  for (let at = 0; at < end; at += 1) digest = Math.imul(digest ^ small(text.charCodeAt(at)), 0x01000193);
  return digest >>> 0;
}
