import { faker } from "@faker-js/faker/locale/ru";
import { incline } from "lvovich";
import { CASES, type GrammaticalCase, type NamedAppeal } from "./syntheticNames.ts";

/** Roots of which surnames are composed that no list of ours holds; some of them end up as ordinary words («лопухов»). */
const ROOTS =
  "лопух хром щегл клямк бурдюк хмар вязиг сивокоз тюпл жмых перекат долбн чурил ковырз забалу пыхт шелест кулеб обручн вертопрах сухорук белобрюх кривонос подкорыт мокроступ перебейнос чепур грачун лаптин овражн рябоконь судомой буер куроптев семиглаз хлебопёк дровосек звонилк ершил стрекал зуйк мухомор ягодк тетер тюлюп барсуч".split(
    " ",
  );
/** Words that are surnames as well, told apart by nothing but the capital and the company. */
const MEN_WORDS =
  "Гвоздь Комар Карась Сокол Кречет Филин Окунь Чиж Стриж Барсук Бобр Волк Жук Кабан Рак Сом Кулик Снегирь Журавль Медведь Лось Мороз Туман Дуб Колос Бублик Пирог Сухарь Горох Молот Серп Мельник Гончар Бондарь Пастух Сапожник".split(
    " ",
  );
const WOMEN_WORDS =
  "Лиса Сорока Ворона Галка Щука Рябина Калина Малина Берёза Зима Весна Гроза Туча Шапка Рубаха Капуста".split(" ");

const ENDINGS: Readonly<Record<"ов" | "ова" | "ский" | "ская" | "consonant" | "soft" | "а", readonly string[]>> = {
  ов: ["", "а", "у", "а", "ым", "е"],
  ова: ["а", "ой", "ой", "у", "ой", "ой"],
  ский: ["ий", "ого", "ому", "ого", "им", "ом"],
  ская: ["ая", "ой", "ой", "ую", "ой", "ой"],
  consonant: ["", "а", "у", "а", "ом", "е"],
  soft: ["ь", "я", "ю", "я", "ем", "е"],
  а: ["а", "ы", "е", "у", "ой", "е"],
};

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A composed surname or a word as one, in a case. */
function unlistedSurname(
  gender: "male" | "female",
  grammaticalCase: GrammaticalCase,
  kind: "composed" | "word",
): string {
  const at = CASES.indexOf(grammaticalCase);
  if (kind === "word") {
    if (gender === "female") {
      const word = faker.helpers.arrayElement(WOMEN_WORDS);
      const base = word.slice(0, -1);
      const ending = ENDINGS["а"][at] ?? "";
      return (
        base +
        (/[гкхжшчщ]$/u.test(base) && ending === "ы" ? "и" : /[жшчщ]$/u.test(base) && ending === "ой" ? "ей" : ending)
      );
    }
    const word = faker.helpers.arrayElement(MEN_WORDS);
    return word.endsWith("ь")
      ? word.slice(0, -1) + (ENDINGS.soft[at] ?? "")
      : word + (/[жшчщ]$/u.test(word) && at === 4 ? "ом" : (ENDINGS.consonant[at] ?? ""));
  }
  const root = faker.helpers.arrayElement(ROOTS).replace(/[ьйё]/gu, "");
  const suffix = faker.helpers.weightedArrayElement([
    { value: "ов", weight: 5 },
    { value: "ин", weight: 3 },
    { value: "овский", weight: 1 },
    { value: "енко", weight: 1 },
  ]);
  if (suffix === "енко") return capitalised(`${root}${suffix}`);
  if (suffix === "овский") return capitalised(`${root}овск${ENDINGS[gender === "male" ? "ский" : "ская"][at] ?? ""}`);
  return capitalised(`${root}${suffix}${ENDINGS[gender === "male" ? "ов" : "ова"][at] ?? ""}`);
}

type Frames = Record<GrammaticalCase, readonly string[]>;

/** What stands around a lone surname. «{л}» is the ending of a verb in the past: «обещал», «обещала». */
const LONE: Frames = {
  nominative: [
    "В управляющей компании нас приняли в среду. * обещал{л} прислать бригаду, но никто не пришёл.",
    "Третий месяц ждём ремонта кровли, а * только отмахивается.",
    "Ключи от подвала забрал{л} *, попасть туда нельзя.",
    "Мастер участка * не отвечает на звонки.",
  ],
  genitive: [
    "Мы были на приёме у * ещё в марте, результата нет.",
    "От * ответа так и не дождались.",
    "Жалуемся на бездействие *, который{ая} ведёт наш дом.",
  ],
  dative: [
    "Писали * три раза, воз и ныне там.",
    "Заявление передали *, дальше тишина.",
    "Спасибо * за быструю уборку снега.",
  ],
  accusative: ["Просим привлечь * к ответственности за протечку.", "Видели * во дворе, мимо ямы прош{ёл} не глядя."],
  instrumental: ["Разговаривали с *, обещаний было много.", "Смета подписана * в прошлом году."],
  prepositional: ["Речь о *, который{ая} закрыл{л} калитку к школе."],
};
const INSTITUTION: readonly string[] = [
  "В школе * обижают одноклассники, учителя не видят.",
  "В больнице * продержали в коридоре шесть часов.",
  "Из детского сада * исключили без причины.",
  "В поликлинике * отказались принимать без полиса.",
  "Обращение подано от имени *, проживающего в соседнем доме.",
  "По улице Луговой * выгуливает собаку без намордника.",
  "В общежитии * выселяют без суда.",
  "Возле библиотеки * сбила машина.",
];
const SMALL: Frames = {
  nominative: [
    "здравствуйте меня зовут * живу на первом этаже и замерзаю",
    "наш сосед * курит в подъезде, дым идёт в квартиру",
    "пишет вам *, помогите с дорогой",
  ],
  genitive: ["у нашей старшей по дому * нет ключей от чердака", "жалоба от * на шум ночью"],
  dative: ["позвоните * вечером, она всё расскажет", "помогите * с дровами, пенсии не хватает"],
  accusative: ["просим наградить * за чистый двор", "уволили * без объяснений"],
  instrumental: ["говорили с * на собрании жильцов"],
  prepositional: ["написали в газету о *, толку никакого"],
};

/** Fills in the gender of the words around the name. */
function agreed(frame: string, gender: "male" | "female"): string {
  const female = gender === "female";
  return frame
    .replaceAll("{л}", female ? "а" : "")
    .replaceAll("который{ая}", female ? "которая" : "который")
    .replaceAll("прош{ёл}", female ? "прошла" : "прошёл");
}

export const UNLISTED_FORMS = [
  "Фамилия inside a text",
  "Слово inside a text",
  "Фамилия Имя Отчество after an institution",
  "Фамилия Имя after an institution",
  "Фамилия И. О. after an institution",
  "имя фамилия",
  "имя слово",
  "Имя Фамилия",
  "Имя Слово",
  "Слово И. О.",
  "Фамилия И.",
] as const;
export type UnlistedForm = (typeof UNLISTED_FORMS)[number];

/** Appeals with one name each that stands in no list: composed surnames and words as surnames, in all cases. The same seed gives the same appeals. */
export function unlistedNames(form: UnlistedForm, count: number, seed: number): NamedAppeal[] {
  faker.seed(seed);
  return Array.from({ length: count }, (_, index) => {
    const gender = index % 2 === 0 ? "male" : "female";
    const afterInstitution = form.includes("institution");
    const grammaticalCase = afterInstitution
      ? "genitive"
      : (CASES[Math.floor(index / 2) % CASES.length] ?? "nominative");
    const kind = /слово/iu.test(form) ? "word" : "composed";
    const person = { first: faker.person.firstName(gender), middle: faker.person.middleName(gender) };
    const { first = "", middle = "" } = incline({ ...person, gender }, grammaticalCase);
    const last = unlistedSurname(gender, grammaticalCase, kind);
    const initials = `${person.first.charAt(0)}. ${person.middle.charAt(0)}.`;
    const name = form.includes("Имя Отчество")
      ? `${last} ${first} ${middle}`
      : form.startsWith("Фамилия Имя")
        ? `${last} ${first}`
        : form.includes("И. О.")
          ? `${last} ${initials}`
          : form === "Фамилия И."
            ? `${last} ${initials.slice(0, 2)}`
            : form.startsWith("имя")
              ? `${first} ${last}`.toLowerCase()
              : form.startsWith("Имя")
                ? `${first} ${last}`
                : last;
    const frames = afterInstitution ? INSTITUTION : (form.startsWith("имя") ? SMALL : LONE)[grammaticalCase];
    const frame = agreed(faker.helpers.arrayElement(frames), gender);
    const start = frame.indexOf("*");
    return { text: frame.replace("*", name), start, end: start + name.length, grammaticalCase };
  });
}

/** Settlements and streets of the same roots, where nobody is meant: what a detector must leave. «{о}» Лопухово, «{ой}» Лопуховской, «{е}» Лопухове, «{ка}» Лопуховка. */
const PLACES: readonly string[] = [
  "В посёлке {о} третий день нет воды.",
  "Жители деревни {о} просят остановку.",
  "На {ой} не чистят снег, ходить опасно.",
  "По {ой} не пройти после дождя.",
  "Между {ой} и Садовой упало дерево.",
  "Сельский клуб в {е} закрыт.",
  "Автобус до {о} не ходит по выходным.",
  "Мост через реку {ка} перекосило.",
  "ул. {а}, 15, нет света.",
  "Магазин «{ов}» торгует просрочкой.",
  "Дорога {о} — Ивановка разбита.",
  "Школа на {ой} закрыта на ремонт.",
  "{ий} район остался без автобуса.",
  "Жители {ого} округа ждут ответа.",
  "Сквер {а} зарос травой.",
  "ЖК «{ов}»: лифт стоит вторую неделю.",
  "Остановка {ка} без навеса.",
  "Перекрёсток {ой} и Лесной не освещён.",
];

/** Clean appeals about places whose names are made of the same roots as the surnames. */
export function unlistedPlaces(count: number, seed: number): string[] {
  faker.seed(seed);
  const endings: Readonly<Record<string, string>> = {
    "{о}": "ово",
    "{ой}": "овской",
    "{е}": "ове",
    "{ка}": "овка",
    "{а}": "ова",
    "{ов}": "ов",
    "{ий}": "овский",
    "{ого}": "овского",
  };
  return Array.from({ length: count }, (_, index) => {
    const root = capitalised(faker.helpers.arrayElement(ROOTS).replace(/[ьйё]/gu, ""));
    return (PLACES[index % PLACES.length] ?? "").replace(/\{[а-я]+\}/gu, (mark) => root + (endings[mark] ?? ""));
  });
}
