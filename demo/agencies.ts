import { places } from "./places.ts";

/** An executive body or a district administration of the invented region. */
export interface Agency {
  code: string;
  name: string;
  short: string;
  /** Full name without the region's, in the genitive: for «заместитель …». */
  of: string;
  /** The same in the accusative: «направлено в …». */
  to: string;
  kind: "executive" | "district";
  aliases: readonly string[];
  /** Code of the place a district administration serves. */
  place?: string;
}

/** Forms of the first words of a name; the rest is a genitive already and never changes. */
const heads: readonly (readonly [string, string, string])[] = [
  ["Министерство", "Министерства", "Министерство"],
  ["Департамент", "Департамента", "Департамент"],
  ["Управление", "Управления", "Управление"],
  ["Комитет", "Комитета", "Комитет"],
  ["Агентство", "Агентства", "Агентство"],
  ["Администрация", "Администрации", "Администрацию"],
  ["Региональная служба", "Региональной службы", "Региональную службу"],
  ["Государственная жилищная инспекция", "Государственной жилищной инспекции", "Государственную жилищную инспекцию"],
  ["Архивная служба", "Архивной службы", "Архивную службу"],
];

function declined(name: string): { of: string; to: string } {
  const head = heads.find(([nominative]) => name.startsWith(nominative));
  if (head === undefined) throw new Error(`no word forms for the agency name «${name}»`);
  const rest = name.slice(head[0].length);
  return { of: head[1] + rest, to: head[2] + rest };
}

function executive(code: string, name: string, short: string, aliases: readonly string[]): Agency {
  return { code, name: `${name} Китежского края`, short, ...declined(name), kind: "executive", aliases };
}

const executives: readonly Agency[] = [
  executive("minzhkh", "Министерство жилищно-коммунального хозяйства и энергетики", "Минжилкомхоз края", [
    "Минжилкомхоз",
    "Министерство ЖКХ и энергетики",
    "МинЖКХ КК",
  ]),
  executive("mintrans", "Министерство транспорта и автомобильных дорог", "Минтранс края", [
    "Минтранс",
    "Министерство транспорта и дорог",
    "МТиАД КК",
  ]),
  executive("minprirody", "Министерство природных ресурсов и экологии", "Минприроды края", [
    "Минприроды",
    "Министерство экологии",
    "МПР КК",
  ]),
  executive("minzdrav", "Министерство здравоохранения", "Минздрав края", [
    "Минздрав",
    "Министерство здравоохранения края",
    "МЗ КК",
  ]),
  executive("minobr", "Министерство образования и молодёжной политики", "Минобразования края", [
    "Минобразования",
    "Министерство образования",
    "МОиМП КК",
  ]),
  executive("minsoc", "Министерство социальной защиты и демографии", "Минсоцзащиты края", [
    "Минсоцзащиты",
    "Министерство соцзащиты",
    "МСЗ КК",
  ]),
  executive("minstroy", "Министерство строительства и архитектуры", "Минстрой края", [
    "Минстрой",
    "Министерство строительства",
    "МСиА КК",
  ]),
  executive("blago", "Департамент благоустройства и городской среды", "Департамент благоустройства", [
    "Деп. благоустройства",
    "ДБиГС КК",
  ]),
  executive("gzhi", "Государственная жилищная инспекция", "Жилинспекция края", [
    "Жилинспекция",
    "ГЖИ",
    "ГЖИ Китежского края",
  ]),
  executive("othody", "Управление по обращению с отходами", "Управление по отходам", [
    "Упр. по обращению с отходами",
    "УОО КК",
  ]),
  executive("mincifry", "Министерство цифрового развития и связи", "Минцифры края", [
    "Минцифры",
    "Министерство цифрового развития",
    "МЦРиС КК",
  ]),
  executive("minkult", "Министерство культуры, туризма и спорта", "Минкультуры края", [
    "Минкультуры",
    "Министерство культуры",
    "МКТиС КК",
  ]),
  executive("trud", "Департамент труда и занятости населения", "Департамент труда", [
    "Деп. труда и занятости",
    "ДТЗН КК",
  ]),
  executive("vet", "Управление ветеринарии", "Управление ветеринарии", ["Ветуправление", "УВ КК"]),
  executive("tarif", "Региональная служба по тарифам", "Служба по тарифам", ["РСТ", "РСТ Китежского края"]),
  executive("nasledie", "Комитет по охране объектов культурного наследия", "Комитет по наследию", [
    "Комитет по охране наследия",
    "КООКН КК",
  ]),
  executive("zags", "Управление записи актов гражданского состояния", "Управление ЗАГС", [
    "ЗАГС",
    "Управление ЗАГС Китежского края",
  ]),
  executive("arhiv", "Архивная служба", "Архивная служба", ["Архив края", "АС КК"]),
];

const districts: readonly Agency[] = places.map((place) => {
  const name = `Администрация ${place.of}`;
  return {
    code: `adm-${place.code}`,
    name: `${name} Китежского края`,
    short: `Администрация ${place.spokenOf}`,
    ...declined(name),
    kind: "district",
    aliases: [name, `Адм. ${place.spokenOf}`],
    place: place.code,
  };
});

/** Eighteen executive bodies and twenty-five district administrations. */
export const agencies: readonly Agency[] = [...executives, ...districts];

const byCode = new Map(agencies.map((agency) => [agency.code, agency]));

/** The agency with a code; throws for a code that is not in the list (a mistake in the generator). */
export function agencyOf(code: string): Agency {
  const agency = byCode.get(code);
  if (agency === undefined) throw new Error(`no agency with the code ${code}`);
  return agency;
}
