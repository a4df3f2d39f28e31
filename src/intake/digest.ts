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
