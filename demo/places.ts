/** One municipality of the invented region, with the word forms its texts need. */
export interface Place {
  code: string;
  /** As it stands in an export: «город Китеж», «Лукоморский муниципальный округ». */
  name: string;
  /** Genitive for the name of the administration: «города Китежа», «Лукоморского муниципального округа». */
  of: string;
  /** The same, the way people say it: «Китежа», «Лукоморского округа». */
  spokenOf: string;
  /** Main settlement: nominative, «в …», genitive. */
  centre: Settlement;
  villages: readonly Settlement[];
  aliases: readonly string[];
  /** Share of the region's appeals. */
  weight: number;
}

export interface Settlement {
  name: string;
  in: string;
  of: string;
  urban: boolean;
}

function city(
  code: string,
  name: string,
  inCity: string,
  ofCity: string,
  weight: number,
  villages: readonly string[],
): Place {
  return {
    code,
    name: `город ${name}`,
    of: `города ${ofCity}`,
    spokenOf: ofCity,
    centre: { name, in: `в ${inCity}`, of: ofCity, urban: true },
    villages: villages.map(settlement),
    aliases: [name, `г. ${name}`, `городской округ ${name}`, `ГО ${name}`],
    weight,
  };
}

/** A village is written «село Ключи»: the generic word declines, the name stays. */
function settlement(written: string): Settlement {
  const space = written.indexOf(" ");
  const kind = written.slice(0, space);
  const name = written.slice(space + 1);
  const forms: Record<string, readonly [string, string]> = {
    село: ["в селе", "села"],
    деревня: ["в деревне", "деревни"],
    посёлок: ["в посёлке", "посёлка"],
    хутор: ["на хуторе", "хутора"],
  };
  const [inside, of] = forms[kind] ?? ["в населённом пункте", "населённого пункта"];
  return { name: written, in: `${inside} ${name}`, of: `${of} ${name}`, urban: false };
}

function district(
  code: string,
  stem: string,
  kind: "округ" | "район",
  centre: Settlement,
  weight: number,
  villages: readonly string[],
): Place {
  const long = kind === "округ" ? "муниципальный округ" : "муниципальный район";
  const ofLong = kind === "округ" ? "муниципального округа" : "муниципального района";
  const letter = kind === "округ" ? "МО" : "МР";
  return {
    code,
    name: `${stem}ий ${long}`,
    of: `${stem}ого ${ofLong}`,
    spokenOf: `${stem}ого ${kind}а`,
    centre,
    villages: villages.map(settlement),
    aliases: [`${stem}ий ${kind}`, `${stem}ий ${letter}`, `${stem}ий`],
    weight,
  };
}

function town(name: string, inTown: string, ofTown: string): Settlement {
  return { name, in: `в ${inTown}`, of: ofTown, urban: true };
}

/** The twenty-five municipalities. All names are invented after the legend of the city of Kitezh. */
export const places: readonly Place[] = [
  city("kitezh", "Китеж", "Китеже", "Китежа", 0.31, ["посёлок Озёрная Горка", "посёлок Новые Колокола"]),
  city("svetloyarsk", "Светлоярск", "Светлоярске", "Светлоярска", 0.12, ["посёлок Светлые Ключи"]),
  city("zvongrad", "Звонград", "Звонграде", "Звонграда", 0.085, ["село Малый Звон"]),
  city("belostruysk", "Белоструйск", "Белоструйске", "Белоструйска", 0.07, ["посёлок Струйный"]),
  city("rudogorsk", "Рудогорск", "Рудогорске", "Рудогорска", 0.055, ["посёлок Верхняя Рудница"]),
  city("velikoyar", "Великояр", "Великояре", "Великояра", 0.05, ["село Подъярье"]),
  city("ladozersk", "Ладозёрск", "Ладозёрске", "Ладозёрска", 0.04, ["деревня Ладная"]),
  district("berendeevo", "Берендейск", "округ", town("Берендейск", "Берендейске", "Берендейска"), 0.027, [
    "село Терем-Поле",
    "деревня Снегурово",
  ]),
  district("lukomorye", "Лукоморск", "округ", settlement("село Лукоморье-на-Ладе"), 0.024, [
    "село Дубрава-Златая",
    "деревня Кудесная",
  ]),
  district("medovarsk", "Медоварск", "район", town("Медоварск", "Медоварске", "Медоварска"), 0.022, [
    "село Липовый Мёд",
    "деревня Пасечная",
  ]),
  district("klyuchezersk", "Ключезерск", "округ", settlement("село Ключезерье"), 0.02, [
    "деревня Родниковка",
    "село Тихие Ключи",
  ]),
  district("berezovey", "Березовейск", "округ", settlement("посёлок Березовей"), 0.019, [
    "село Белый Ствол",
    "деревня Опушкино",
  ]),
  district("tikhoples", "Тихоплёсск", "район", settlement("посёлок Тихоплёс"), 0.018, [
    "село Заплёсье",
    "деревня Камышинка",
  ]),
  district("sinegorod", "Синегородск", "округ", town("Синегород", "Синегороде", "Синегорода"), 0.018, [
    "село Синий Камень",
    "посёлок Предгорный",
  ]),
  district("zolotoniv", "Золотонивск", "район", settlement("село Золотонивье"), 0.016, [
    "село Колосистое",
    "деревня Межа",
  ]),
  district("zhuravlino", "Журавлинск", "район", settlement("село Журавлиный Клин"), 0.015, [
    "деревня Гнездово-Полье",
    "хутор Дальний Луг",
  ]),
  district("lesograd", "Лесоградск", "округ", settlement("посёлок Лесоград"), 0.015, [
    "посёлок Кедровый Кордон",
    "деревня Просека",
  ]),
  district("malinogorye", "Малиногорск", "округ", settlement("село Малиногорье"), 0.014, [
    "деревня Ягодная Поляна",
    "село Косогорье",
  ]),
  district("serebrovodye", "Сереброводск", "округ", town("Сереброводск", "Сереброводске", "Сереброводска"), 0.014, [
    "село Звонкий Ручей",
    "деревня Мельницы",
  ]),
  district("guslyarovo", "Гусляровск", "район", settlement("село Гусляровка"), 0.012, [
    "деревня Сказово",
    "село Былинное",
  ]),
  district("vetrogonye", "Ветрогонск", "район", settlement("село Ветрогонье"), 0.011, [
    "деревня Крутояровка",
    "село Степной Ветер",
  ]),
  district("rosnobor", "Росноборск", "округ", settlement("посёлок Росный Бор"), 0.011, [
    "деревня Грибоедушка",
    "село Моховое Поле",
  ]),
  district("yasnopolye", "Яснопольск", "округ", settlement("село Ясное Раздолье"), 0.01, [
    "деревня Васильки",
    "село Утренняя Заря",
  ]),
  district("dalnezerye", "Дальнезерск", "район", settlement("посёлок Дальнезерье"), 0.009, [
    "деревня Заберёжье",
    "село Рыбачья Слобода",
  ]),
  district("studenets", "Студенецк", "район", settlement("село Студёный Родник"), 0, ["деревня Ледяница"]),
];
