/**
 * Words of appeals with all their forms, written from the tables of a school grammar: nothing here comes from the
 * analyzer or from a dictionary that it uses. ё is written as е, as the search does.
 */

export interface Lemma {
  lemma: string;
  kind: "noun" | "adjective" | "verb";
  forms: readonly string[];
}

const spread = (stem: string, endings: string): string[] =>
  endings.split(" ").map((ending) => stem + (ending === "-" ? "" : ending));

/** Declensions by name: endings of all cases, singular and plural. */
const nounEndings = {
  // завод, двор; дом has more (дома)
  hard: "- а у ом е ы ов ам ами ах",
  // after к, г, х, ж, ш, щ, ч: ы is и
  velar: "- а у ом е и ов ам ами ах",
  hushing: "- а у ом е и ей ам ами ах",
  // трамвай, случай
  short: "й я ю ем е и ев ям ями ях",
  // дождь, фонарь
  soft: "ь я ю ем е и ей ям ями ях",
  // яма, школа
  feminine: "а ы е у ой ою - ам ами ах",
  feminineVelar: "а и е у ой ою - ам ами ах",
  feminineHushing: "а и е у ей ею - ам ами ах",
  // улица
  feminineTse: "а ы е у ей ею - ам ами ах",
  // авария, линия
  feminineIya: "я и ю ей ею й ям ями ях",
  // площадь, очередь
  feminineSoft: "ь и ью ей ям ями ях",
  // место, болото
  neuter: "о а у ом е - ам ами ах",
  // освещение, отопление
  neuterIye: "е я ю ем и й ям ями ях",
} as const;

const nouns: Record<keyof typeof nounEndings, string> = {
  hard: "завод двор забор мост автобус мусор сад район адрес поселок:поселк ремонт лифт подъезд:подъезд светофор ответ вопрос документ тротуар запах фонтан",
  velar: "снег участок:участк знак срок рынок:рынк звонок:звонк полк парк",
  hushing: "гараж этаж ключ врач мяч",
  short: "трамвай случай край",
  soft: "фонарь:фонар дождь:дожд житель:жител водитель:водител строитель:строител",
  feminine: "яма школа вода труба работа квартира стена машина жалоба проблема комната",
  feminineVelar: "дорога собака река аптека",
  feminineHushing: "крыша лужа куча дача",
  feminineTse: "улица больница лестница теплица",
  feminineIya: "авария линия организация администрация компания территория комиссия канализация",
  feminineSoft: "площадь очередь:очеред часть:част",
  neuter: "болото место дело",
  neuterIye: "освещение отопление обращение решение расписание здание напряжение предприятие давление",
};

/** Nouns whose stem changes, every form by hand. */
const unlike: readonly string[] = [
  "площадка площадки площадке площадку площадкой площадкою площадок площадкам площадками площадках",
  "остановка остановки остановке остановку остановкой остановкою остановок остановкам остановками остановках",
  "свалка свалки свалке свалку свалкой свалкою свалок свалкам свалками свалках",
  "ребенок ребенка ребенку ребенком ребенке дети детей детям детьми детях",
  "день дня дню днем дне дни дней дням днями днях",
  "окно окна окну окном окне окон окнам окнами окнах",
  "человек человека человеку человеком человеке люди людей людям людьми людях",
  "дерево дерева дереву деревом дереве деревья деревьев деревьям деревьями деревьях",
  "батарея батареи батарее батарею батареей батарею батарей батареям батареями батареях",
  "ветка ветки ветке ветку веткой веток веткам ветками ветках",
  "дом дома дому домом доме домов домам домами домах",
];

const adjectiveEndings = {
  // новый
  hard: "ый ого ому ым ом ая ой ую ое ые ых ыми ою",
  // городской, плохой
  velar: "ий ого ому им ом ая ой ую ое ие их ими ою",
  stressed: "ой ого ому ым ом ая ую ое ые ых ыми ою",
  stressedVelar: "ой ого ому им ом ая ую ое ие их ими ою",
  hushing: "ий его ему им ем ая ей ую ее ие их ими ею",
  soft: "ий его ему им ем яя ей юю ее ие их ими ею",
} as const;

const adjectives: Record<keyof typeof adjectiveEndings, string> = {
  hard: "новый старый готовый опасный аварийный мусорный контейнерный дорожный школьный уличный холодный районный ремонтный теплый черный местный бездомный первый главный",
  velar: "детский сельский маленький высокий медицинский глубокий",
  stressed: "больной ночной",
  stressedVelar: "городской плохой",
  hushing: "горячий хороший",
  soft: "последний летний зимний соседний",
};

const verbForms: Record<string, (stem: string) => string[]> = {
  // работать, убирать: stem with its vowel
  ay: (s) => [
    ...spread(s, "ть ю ешь ет ем ете ют л ла ло ли й йте в вший вшая вшие вшего ющий ющая ющие ющего ющих"),
    ...spread(s, "я"),
  ],
  // чинить, платить without change of the consonant
  it: (s) => spread(s, "ить ю ишь ит им ите ят ил ила ило или и ив ивший ившая ившие"),
  // требовать, ремонтировать
  ov: (s) => [
    ...spread(s, "овать овал овала овало овали овавший"),
    ...spread(s, "ую уешь ует уем уете уют уй уйте уя ующий ующая ующие ующего ующих"),
  ],
  // очистится; reflexive of ay
  aysya: (s) =>
    spread(s, "ться юсь ешься ется емся етесь ются лся лась лось лись вшийся вшиеся вшаяся ющийся ющиеся ющаяся"),
};

const verbs: Record<string, string> = {
  ay: "работа убира помога отвеча обеща меша протека затаплива отключа приезжа ожида сообща принима",
  it: "говор почин звон измен",
  ov: "треб ремонтир организ реаг",
  aysya: "обраща собира занима отключа",
};

/** Verbs whose stem changes, forms by hand. */
const unlikeVerbs: readonly string[] = [
  "жить живу живешь живет живем живете живут жил жила жило жили живущий живущие",
  "идти иду идешь идет идем идете идут шел шла шло шли",
  "ехать еду едешь едет едем едете едут ехал ехала ехали",
  "писать пишу пишешь пишет пишем пишете пишут писал писала писали",
  "ждать жду ждешь ждет ждем ждете ждут ждал ждала ждали",
  "течь теку течет текут тек текла текло текли",
  "просить прошу просишь просит просим просите просят просил просила просили",
  "платить плачу платишь платит платим платите платят платил платила платили",
  "чистить чищу чистишь чистит чистим чистите чистят чистил чистила чистили",
  "ходить хожу ходишь ходит ходим ходите ходят ходил ходила ходили",
  "стоять стою стоишь стоит стоим стоите стоят стоял стояла стояло стояли",
  "гореть горю горит горят горел горела горело горели",
  "лежать лежу лежит лежат лежал лежала лежало лежали",
  "сделать сделаю сделаешь сделает сделаем сделаете сделают сделал сделала сделали сделайте",
  "принять приму примет примем примут принял приняла приняли примите",
  "убрать уберу уберет уберем уберут убрал убрала убрали уберите",
];

function lemma(kind: Lemma["kind"], forms: readonly string[]): Lemma {
  return { lemma: forms[0] ?? "", kind, forms: [...new Set(forms)] };
}

function nounsOf(declension: keyof typeof nounEndings): Lemma[] {
  const endings = nounEndings[declension];
  const [nominative = ""] = endings.split(" ");
  return nouns[declension].split(" ").map((entry) => {
    const [word = "", oblique] = entry.split(":");
    const stem = oblique ?? word.slice(0, word.length - (nominative === "-" ? 0 : nominative.length));
    return lemma("noun", [
      word,
      ...spread(stem, endings).filter((form) => form !== stem || nominative !== "-" || stem === word),
    ]);
  });
}

export const lemmas: readonly Lemma[] = [
  ...(Object.keys(nounEndings) as (keyof typeof nounEndings)[]).flatMap(nounsOf),
  ...unlike.map((forms) => lemma("noun", forms.split(" "))),
  ...(Object.keys(adjectiveEndings) as (keyof typeof adjectiveEndings)[]).flatMap((kind) =>
    adjectives[kind]
      .split(" ")
      .map((word) => lemma("adjective", [word, ...spread(word.slice(0, -2), adjectiveEndings[kind])])),
  ),
  ...Object.keys(verbs).flatMap((kind) =>
    (verbs[kind] ?? "").split(" ").map((stem) => lemma("verb", verbForms[kind]?.(stem) ?? [])),
  ),
  ...unlikeVerbs.map((forms) => lemma("verb", forms.split(" "))),
];
