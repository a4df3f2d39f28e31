const ENDING =
  /(?:овичем|евичем|ского|скому|ским|ском|ская|скую|ской|ский|цкого|цкому|цким|цком|цкая|цкую|цкой|цкий|ого|ому|его|ему|ыми|ими|ами|ями|ов[ыо]м|ой|ою|ей|ею|ый|ий|ая|яя|ую|юю|ое|ее|ые|ие|ых|их|ем|ём|ом|ым|им|ах|ях|ам|ям|[аоуыиеёюяьй])$/u;

/**
 * The part of a name that stays when it is declined, lower case, ё as е: «Петровой», «Петрову» → «петров».
 * Two different names may share a stem; it serves for comparing, never for display.
 */
export function stem(word: string): string {
  const plain = word.toLowerCase().replaceAll("ё", "е");
  const cut = plain.replace(ENDING, "");
  return cut.length >= 3 ? cut : plain;
}

/** The words of a name in lower case, ё as е; initials are words of one letter. */
export function nameWords(name: string): string[] {
  return (
    name
      .toLowerCase()
      .replaceAll("ё", "е")
      .match(/[а-яa-z]+/gu) ?? []
  );
}
