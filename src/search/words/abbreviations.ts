/**
 * Short forms of kinds of streets and places that everybody writes and reads as the whole word. Only those that mean
 * nothing else: «пр» is a проспект or a проезд, «д» a house or a village.
 */
export const abbreviations: ReadonlyMap<string, string> = new Map([
  ["ул", "улица"],
  ["пер", "переулок"],
  ["просп", "проспект"],
  ["пл", "площадь"],
  ["наб", "набережная"],
  ["бул", "бульвар"],
  ["мкр", "микрорайон"],
  ["мкрн", "микрорайон"],
  ["обл", "область"],
  ["пос", "поселок"],
]);

/** Words before or behind which the name of a street stands. */
export const kindsOfStreet = ["улица", "переулок", "проспект", "проезд", "площадь", "набережная", "бульвар", "шоссе"];
