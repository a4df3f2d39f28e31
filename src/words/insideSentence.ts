/** Offices whose names begin with what they are, and not with a name: they are written small inside a sentence. */
const commonNouns =
  /^(?:Пресс-служба|Пресс-центр|Отдел|Сектор|Управление|Информационный центр|Press service|Press office)(?![\p{L}-])/u;

/** The name of a publisher as it stands inside a sentence: «публикует пресс-служба правительства». */
export function insideSentence(name: string): string {
  return commonNouns.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
