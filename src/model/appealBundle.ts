/** Letters that hashed public ids are made of, in order: small Latin ones and figures without those that are mistaken for each other (i l o 0 1). */
export const idAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** Into how many parts the letters at one place of an id are divided. */
const divisions = [1, 2, 4, 8, 16] as const;
/** 31 × 31 × 31 × 16: more than any host holds. */
const longestLead = 3;

/** How a number of bundles is told from ids: those of a bundle agree in so many first letters, and in a part of the next. */
interface Division {
  lead: number;
  parts: number;
}

const known = new Map<number, Division>();
for (let lead = 0; lead <= longestLead; lead++)
  for (const parts of divisions) known.set(idAlphabet.length ** lead * parts, { lead, parts });

/** The numbers of bundles that there can be, rising: each about twice the one before. */
export const bundleNumbers: readonly number[] = [...known.keys()];

/** So many appeals are a page that an old telephone shows at once: about 200 kB, 25 kB packed. */
const mostInBundle = 64;

/** Into how many bundles a portal of so many appeals is put at first: 32 to 64 appeals each. */
export function bundlesFor(appeals: number): number {
  return bundleNumbers.find((bundles) => appeals / bundles <= mostInBundle) ?? bundleNumbers.at(-1)!;
}

/** First letters of the parts of the alphabet. */
const firstLetters = (parts: number): string[] =>
  Array.from({ length: parts }, (_, part) => idAlphabet[Math.ceil((part * idAlphabet.length) / parts)]!);

/** @throws where a number of bundles is none of bundleNumbers */
function divisionOf(bundles: number): Division {
  const division = known.get(bundles);
  if (division === undefined) throw new Error(`There is no division of ids into ${bundles} bundles`);
  return division;
}

/**
 * The bundle that an appeal lies in: what its hashed id begins with. It follows from the id and the number of bundles
 * alone, so that a server without a list, and a page without one, find it.
 */
export function bundleOf(id: string, bundles: number): string {
  const { lead, parts } = divisionOf(bundles);
  if (parts === 1) return lead === 0 ? "all" : id.slice(0, lead);
  const place = Math.max(0, idAlphabet.indexOf(id[lead] ?? ""));
  return id.slice(0, lead) + firstLetters(parts)[Math.floor((place * parts) / idAlphabet.length)]!;
}

/** Where ids of a bundle begin and end: "aba" and "abh"; null where the bundle holds all of them. */
export function bundleRange(name: string, bundles: number): { from: string; to: string } | null {
  const { lead, parts } = divisionOf(bundles);
  if (parts === 1) return lead === 0 ? null : { from: name, to: name };
  const firsts = firstLetters(parts);
  const next = firsts[firsts.indexOf(name.slice(lead)) + 1];
  const last = next === undefined ? idAlphabet.at(-1)! : idAlphabet[idAlphabet.indexOf(next) - 1]!;
  return { from: name, to: name.slice(0, lead) + last };
}

/** The address of a bundle inside the portal. */
export const bundleAddress = (name: string): string => `/appeals/in/${name}.html`;

/** The bundle that a file of a site is; null for any other. */
export function bundleIn(file: string): string | null {
  return /^appeals\/in\/([a-z2-9]+)\.html$/u.exec(file)?.[1] ?? null;
}

/**
 * The address of an appeal inside the portal at which a file answers, on any host: its own page, or its place in a bundle.
 * The cited address is always /appeals/ID/.
 *
 * @param bundles into how many bundles appeals are put; undefined: each has a page of its own
 */
export function appealAddress(id: string, bundles: number | undefined): string {
  return bundles === undefined ? citedAddress(id) : `${bundleAddress(bundleOf(id, bundles))}#${id}`;
}

/** The address by which an appeal is cited, for good, whether it has a page of its own or lies in a bundle. */
export const citedAddress = (id: string): string => `/appeals/${id}/`;

/** The file of a site that an appeal is read in. */
export function appealFile(id: string, bundles: number | undefined): string {
  return bundles === undefined ? `appeals/${id}/index.html` : bundleAddress(bundleOf(id, bundles)).slice(1);
}

/** The parts of the alphabet at the place after the lead, as ranges for a server's patterns: "a-h"; null: no such place. */
export function bundlePatterns(bundles: number): { lead: number; parts: { letters: string; name: string }[] } {
  const { lead, parts } = divisionOf(bundles);
  if (parts === 1) return { lead, parts: [] };
  const groups = Map.groupBy(idAlphabet, (letter) => bundleOf("a".repeat(lead) + letter, bundles).slice(lead));
  return { lead, parts: [...groups].map(([name, letters]) => ({ letters: letters.join(""), name })) };
}
