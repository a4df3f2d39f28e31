/** Words of offices, firms and places: what holds one is no name of a person, whatever its shape. */
const ofAnOffice =
  /банк|фонд|завод|клуб|центр|магазин|школ|сад(?!ов)|больниц|управ|министер|администрац|комитет|департамент|отдел|служб|район|округ|посёлок|поселок|улиц|проспект|(?:^|\s)(?:ооо|оао|пао|зао|ао|муп|гуп|тсж|ук|ип)(?:\s|$)|\b(?:bank|street|avenue|road|park|heights|county|city|center|centre|school|hospital|university|college|department|office|agency|authority|board|bureau|council|district|division|services?|works|inc|llc|ltd)\b/iu;

/** Labels that are the name of a person and not of an office. */
const patterns = [
  // Иванов И. И., И. И. Иванов
  /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? \p{Lu}\. ?(?:\p{Lu}\.)?$/u,
  /^\p{Lu}\. ?(?:\p{Lu}\. ?)?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u,
  // Иванова Мария Петровна, Мария Петровна Иванова
  /^(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? ){1,2}(?:\p{Lu}\p{Ll}+(?:ович|евич|овна|евна|ична|инична)|Ильич|Кузьмич|Фомич|Лукич|Никитич|Саввич|Фокич)$/u,
  /^\p{Lu}\p{Ll}+ (?:\p{Lu}\p{Ll}+(?:ович|евич|овна|евна|ична|инична)|Ильич|Кузьмич|Фомич|Лукич|Никитич|Саввич|Фокич) \p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u,
  // Müller, Hans
  /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?, \p{Lu}\p{Ll}+$/u,
];

/** First names that are hardly anything else in a list of offices. */
const firstNames = new Set(
  (
    "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian " +
    "george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry peter " +
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine rachel carolyn janet catherine maria heather diane ruth julie"
  ).split(" "),
);
/** Mary Johnson, John Q. Smith; also in capitals. */
const latinName = /^([A-Z][A-Za-z'’-]+) (?:[A-Z]\.? )?[A-Z][A-Za-z'’-]+(?: (?:Jr|Sr|II|III)\.?)?$/;

/** Whether a label of a list (an agency, a place) is as a whole the name of a person. */
export function looksLikePerson(label: string): boolean {
  if (ofAnOffice.test(label)) return false;
  const [, first] = latinName.exec(label) ?? [];
  return (
    (first !== undefined && firstNames.has(first.toLowerCase())) || patterns.some((pattern) => pattern.test(label))
  );
}
