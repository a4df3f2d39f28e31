const excerptLength = 160;

/** The first words of a text, whole words only. */
export function excerptOf(text: string): string {
  const flat = text.replace(/\s+/gu, " ").trim();
  if (flat.length <= excerptLength) return flat;
  const cut = flat.slice(0, excerptLength);
  const space = cut.lastIndexOf(" ");
  return `${(space > excerptLength / 2 ? cut.slice(0, space) : cut).replace(/[,;:.\s—–-]+$/u, "")}…`;
}
