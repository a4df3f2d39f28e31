/** Words that say what a place is; what it is called stands before or after them. */
const kind =
  /^(?:город(?:ской|а)?|муниципальн\p{L}*|сельск\p{L}*|округ|район|поселени\p{L}*|пос[её]лок|село|деревня|хутор|г\.|city|town|municipal|rural|urban|district|region|okrug|village|settlement|of|the)$/iu;

/** What a place is called, without what it is: «Белоструйск», «Берендейский». A map has room for no more. */
export function mapLabel(name: string): string {
  const words = name.split(/\s+/u).filter((word) => !kind.test(word));
  return words.length === 0 ? name : words.join("\u00a0");
}
