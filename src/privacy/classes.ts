/** How a class of personal data is recognised, for the public page and the docs. */
type Evidence = "form" | "checksum" | "keyword" | "dictionary" | "neighbour";

/** One class of personal data: what the reader sees in its place, and on what evidence it is found. */
interface ClassRule {
  readonly id: string;
  /** What stands in the published text instead of the value. */
  readonly mask: { readonly ru: string; readonly en: string };
  /** Nominative plural, as in a list of what was masked. */
  readonly title: { readonly ru: string; readonly en: string };
  /** What makes a finding confirmed rather than doubtful. */
  readonly confirmedBy: readonly Evidence[];
  /** The class has a check digit, so a survivor in the output can be proved. */
  readonly checksum: boolean;
}

/**
 * Every class of personal data the gate looks for, in order of precedence:
 * where two findings overlap, the class listed first keeps the place.
 */
export const PERSONAL_DATA_CLASSES = [
  {
    id: "email",
    mask: { ru: "[эл. почта]", en: "[e-mail]" },
    title: { ru: "адреса электронной почты", en: "e-mail addresses" },
    confirmedBy: ["form"],
    checksum: false,
  },
  {
    id: "post",
    mask: { ru: "[ссылка на сообщение]", en: "[link to a post]" },
    title: { ru: "ссылки на сообщения людей", en: "links to people's posts" },
    confirmedBy: ["form"],
    checksum: false,
  },
  {
    id: "file",
    mask: { ru: "[ссылка на файл]", en: "[link to a file]" },
    title: { ru: "ссылки на личные файлы и их имена", en: "links to people's files, and their names" },
    confirmedBy: ["form"],
    checksum: false,
  },
  {
    id: "profile",
    mask: { ru: "[профиль]", en: "[profile]" },
    title: { ru: "профили в социальных сетях и мессенджерах", en: "profiles in social networks and messengers" },
    confirmedBy: ["form"],
    checksum: false,
  },
  {
    id: "cadastral",
    mask: { ru: "[кадастровый номер]", en: "[cadastral number]" },
    title: { ru: "кадастровые номера", en: "cadastral numbers" },
    confirmedBy: ["form"],
    checksum: false,
  },
  {
    id: "vin",
    mask: { ru: "[VIN]", en: "[VIN]" },
    title: { ru: "номера кузова (VIN)", en: "vehicle identification numbers" },
    confirmedBy: ["form"],
    checksum: false,
  },
  {
    id: "account",
    mask: { ru: "[номер счёта]", en: "[account number]" },
    title: { ru: "номера счетов", en: "account numbers" },
    confirmedBy: ["form", "keyword"],
    checksum: false,
  },
  {
    id: "snils",
    mask: { ru: "[СНИЛС]", en: "[SNILS]" },
    title: { ru: "номера СНИЛС", en: "SNILS numbers" },
    confirmedBy: ["checksum", "form", "keyword"],
    checksum: true,
  },
  {
    id: "inn",
    mask: { ru: "[ИНН]", en: "[INN]" },
    title: { ru: "ИНН граждан", en: "taxpayer numbers of persons" },
    confirmedBy: ["checksum", "keyword"],
    checksum: true,
  },
  {
    id: "oms",
    mask: { ru: "[полис ОМС]", en: "[health insurance policy]" },
    title: { ru: "полисы ОМС", en: "health insurance policies" },
    confirmedBy: ["keyword"],
    checksum: true,
  },
  {
    id: "passport",
    mask: { ru: "[паспорт]", en: "[passport]" },
    title: { ru: "паспорта и свидетельства", en: "passports and certificates" },
    confirmedBy: ["keyword"],
    checksum: false,
  },
  {
    id: "licence",
    mask: { ru: "[водительское удостоверение]", en: "[driving licence]" },
    title: { ru: "водительские удостоверения", en: "driving licences" },
    confirmedBy: ["keyword"],
    checksum: false,
  },
  {
    id: "document",
    mask: { ru: "[номер документа]", en: "[document number]" },
    title: { ru: "номера других личных документов", en: "numbers of other personal documents" },
    confirmedBy: ["keyword"],
    checksum: false,
  },
  {
    id: "card",
    mask: { ru: "[номер карты]", en: "[card number]" },
    title: { ru: "номера банковских карт", en: "bank card numbers" },
    confirmedBy: ["checksum", "keyword"],
    checksum: true,
  },
  {
    id: "phone",
    mask: { ru: "[телефон]", en: "[phone]" },
    title: { ru: "телефоны", en: "phone numbers" },
    confirmedBy: ["form", "keyword"],
    checksum: false,
  },
  {
    id: "plate",
    mask: { ru: "[госномер]", en: "[number plate]" },
    title: { ru: "государственные номера машин", en: "number plates" },
    confirmedBy: ["form", "keyword"],
    checksum: false,
  },
  {
    id: "birthDate",
    mask: { ru: "[дата рождения]", en: "[date of birth]" },
    title: { ru: "даты рождения", en: "dates of birth" },
    confirmedBy: ["keyword", "neighbour"],
    checksum: false,
  },
  {
    id: "house",
    mask: { ru: "[дом]", en: "[house]" },
    title: { ru: "номера домов в адресах людей", en: "house numbers in people's addresses" },
    confirmedBy: ["form", "neighbour"],
    checksum: false,
  },
  {
    id: "flat",
    mask: { ru: "[квартира]", en: "[flat]" },
    title: { ru: "номера квартир", en: "flat numbers" },
    confirmedBy: ["form", "neighbour"],
    checksum: false,
  },
  {
    id: "health",
    mask: { ru: "[сведения о здоровье]", en: "[health]" },
    title: { ru: "сведения о здоровье рядом с именем", en: "health details beside a name" },
    confirmedBy: ["neighbour"],
    checksum: false,
  },
  {
    id: "name",
    mask: { ru: "[ФИО]", en: "[name]" },
    title: { ru: "имена людей", en: "people's names" },
    confirmedBy: ["form", "dictionary", "neighbour"],
    checksum: false,
  },
] as const satisfies readonly ClassRule[];

export type PersonalDataClass = (typeof PERSONAL_DATA_CLASSES)[number]["id"];

/** Classes whose survivors can be proved by arithmetic: the build stops on any that is left in the output. */
export const CHECKSUM_CLASSES: readonly PersonalDataClass[] = PERSONAL_DATA_CLASSES.filter((rule) => rule.checksum).map(
  (rule) => rule.id,
);

/** Confirmed by form, checksum, keyword or neighbour; or doubtful: a person decides, or a setting does. */
export type Tier = "confirmed" | "doubtful";
