/** A sub-topic: how often it is written about, when in the year, who answers and how it ends. */
interface Topic {
  code: string;
  name: string;
  aliases: readonly string[];
  /** What people call it; no export does. */
  said?: readonly string[];
  /** Share inside its group. */
  weight: number;
  /** Twelve factors, January first. */
  season: readonly number[];
  /** Who receives it; `district` stands for the administration of the place. */
  agencies: Readonly<Record<string, number>>;
  /** How it ends once it is closed. */
  ends: Ends;
  /** Times of the topic against the usual ones: 2 is twice as long. */
  pace: number;
  sensitive?: boolean;
}

interface Ends {
  acted: number;
  planned: number;
  explained: number;
  refused: number;
  redirected: number;
}

export interface TopicGroup {
  code: string;
  name: string;
  aliases: readonly string[];
  said?: readonly string[];
  topics: readonly Topic[];
}

const even = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const heatingYear = [1.5, 1.3, 1.0, 1.6, 0.5, 0.4, 0.4, 0.5, 1.1, 2.6, 2.2, 1.5];
const snowYear = [3.2, 2.8, 2.0, 0.3, 0, 0, 0, 0, 0, 0.1, 0.7, 3.0];
const roadYear = [0.5, 0.8, 2.4, 3.0, 2.2, 1.1, 0.8, 0.8, 0.8, 0.8, 0.6, 0.4];
const warmYear = [0.3, 0.3, 0.5, 1.0, 1.7, 1.8, 1.7, 1.6, 1.2, 0.8, 0.4, 0.3];
const wasteYear = [1.1, 0.8, 0.9, 1.0, 1.1, 1.2, 1.4, 1.3, 1.0, 0.9, 0.7, 0.7];
const floodYear = [0.2, 0.2, 0.9, 2.6, 1.6, 1.2, 1.6, 1.3, 0.7, 0.5, 0.3, 0.2];
const treeYear = [0.4, 0.4, 0.6, 0.9, 1.3, 1.8, 2.0, 1.7, 1.1, 0.9, 0.6, 0.4];
const hogweedYear = [0, 0, 0, 0.1, 1.2, 5.0, 2.6, 0.9, 0.2, 0, 0, 0];
const darkYear = [1.4, 1.1, 0.9, 0.6, 0.4, 0.3, 0.4, 0.7, 1.1, 1.5, 1.7, 1.6];
const schoolYear = [1.1, 1.0, 1.0, 1.0, 1.1, 0.7, 0.6, 1.3, 1.8, 1.2, 1.0, 0.9];

const usual: Ends = { acted: 58, planned: 14, explained: 21, refused: 4, redirected: 3 };
const repair: Ends = { acted: 72, planned: 8, explained: 16, refused: 1, redirected: 3 };
const costly: Ends = { acted: 34, planned: 34, explained: 22, refused: 7, redirected: 3 };
const money: Ends = { acted: 22, planned: 2, explained: 60, refused: 12, redirected: 4 };

export const topicGroups: readonly TopicGroup[] = [
  {
    code: "housing",
    name: "ЖКХ и благоустройство",
    aliases: ["Жильё, коммунальные услуги и благоустройство", "ЖКХ", "Жилищно-коммунальное хозяйство"],
    said: ["Коммуналка"],
    topics: [
      {
        code: "heating",
        name: "Отопление и горячая вода",
        aliases: ["Теплоснабжение", "Отопление и ГВС"],
        said: [
          "Батареи",
          "Тепло",
          "Не топят",
          "Отопительный сезон",
          "Радиаторы",
          "Холодные батареи",
          "Холодно в квартире",
          "Холодно в доме",
          "Холодно в подъезде",
          "Нет отопления",
          "Горячей воды нет",
          "ГВС",
        ],
        weight: 20,
        season: heatingYear,
        agencies: { district: 50, minzhkh: 27, gzhi: 23 },
        ends: repair,
        pace: 0.8,
      },
      {
        code: "water",
        name: "Холодная вода и канализация",
        aliases: ["Водоснабжение и водоотведение", "Водоснабжение"],
        said: ["Вода", "Водопровод", "Холодной воды нет", "ХВС", "Ржавая вода"],
        weight: 15,
        season: [1, 1, 1, 1.1, 1.1, 1.2, 1.3, 1.2, 1, 0.9, 0.9, 0.9],
        agencies: { district: 66, minzhkh: 34 },
        ends: usual,
        pace: 0.8,
      },
      {
        code: "power",
        name: "Электричество и газ",
        aliases: ["Электроснабжение", "Электро- и газоснабжение"],
        said: ["Свет отключают", "Электроэнергия", "Нет света", "Скачки напряжения", "Электричество отключили"],
        weight: 8,
        season: [1.3, 1.1, 0.9, 0.8, 0.8, 1, 1.2, 1.1, 0.9, 1, 1.1, 1.3],
        agencies: { minzhkh: 62, district: 38 },
        ends: repair,
        pace: 0.7,
      },
      {
        code: "house",
        name: "Содержание домов и подъездов",
        aliases: ["Содержание общего имущества", "Содержание МКД"],
        said: ["Подъезд", "Лифт", "Крыша течёт", "Управляющая компания", "УК", "Подвал", "Грязно в подъезде"],
        weight: 18,
        season: even,
        agencies: { gzhi: 58, district: 34, minzhkh: 8 },
        ends: usual,
        pace: 1.3,
      },
      {
        code: "yards",
        name: "Дворы и детские площадки",
        aliases: ["Благоустройство дворов", "Благоустройство дворовых территорий"],
        said: ["Двор", "Детская площадка", "Качели"],
        weight: 17,
        season: warmYear,
        agencies: { district: 68, blago: 32 },
        ends: costly,
        pace: 1.5,
      },
      {
        code: "snow",
        name: "Уборка снега и наледь",
        aliases: ["Уборка снега", "Зимнее содержание территорий"],
        said: ["Снег", "Гололёд", "Сосульки", "Скользко", "Снег не чистят"],
        weight: 14,
        season: snowYear,
        agencies: { district: 82, blago: 18 },
        ends: repair,
        pace: 0.6,
      },
      {
        code: "lighting",
        name: "Уличное освещение",
        aliases: ["Освещение", "Наружное освещение"],
        said: ["Фонари", "Темно на улице", "Фонарь не горит"],
        weight: 8,
        season: darkYear,
        agencies: { district: 86, blago: 14 },
        ends: usual,
        pace: 1.1,
      },
    ],
  },
  {
    code: "waste",
    name: "Обращение с отходами",
    aliases: ["Мусорная реформа", "Отходы", "Твёрдые коммунальные отходы"],
    said: ["Мусор"],
    topics: [
      {
        code: "collection",
        name: "Вывоз мусора",
        aliases: ["Вывоз ТКО", "Сбор и вывоз ТКО"],
        said: ["Мусор не вывозят", "Не вывозят мусор", "Мусоровоз"],
        weight: 46,
        season: wasteYear,
        agencies: { othody: 46, district: 54 },
        ends: repair,
        pace: 0.8,
      },
      {
        code: "sites",
        name: "Контейнерные площадки",
        aliases: ["Места накопления ТКО", "Содержание контейнерных площадок"],
        said: ["Мусорные баки", "Мусорный бак", "Контейнеры", "Мусорка", "Помойка"],
        weight: 24,
        season: warmYear,
        agencies: { district: 72, othody: 28 },
        ends: costly,
        pace: 1.6,
      },
      {
        code: "charges",
        name: "Плата за вывоз мусора",
        aliases: ["Начисление платы за ТКО", "Плата за обращение с ТКО"],
        said: ["Квитанция за мусор", "Плата за мусор"],
        weight: 17,
        season: [1.6, 1.3, 1, 0.9, 0.8, 0.8, 1.2, 1.1, 0.9, 0.9, 0.9, 1],
        agencies: { othody: 56, tarif: 44 },
        ends: money,
        pace: 1.4,
      },
      {
        code: "bulky",
        name: "Крупногабаритный мусор",
        aliases: ["Вывоз КГО", "Вывоз КГМ"],
        said: ["Крупный мусор", "Старая мебель", "Строительный мусор"],
        weight: 13,
        season: warmYear,
        agencies: { othody: 36, district: 64 },
        ends: repair,
        pace: 0.9,
      },
    ],
  },
  {
    code: "roads",
    name: "Дороги и транспорт",
    aliases: ["Дороги", "Транспорт и дорожное хозяйство"],
    topics: [
      {
        code: "potholes",
        name: "Ямы на дорогах",
        aliases: ["Ямочный ремонт", "Ремонт дорог"],
        said: ["Яма", "Яма на дороге", "Асфальт", "Разбитая дорога"],
        weight: 38,
        season: roadYear,
        agencies: { district: 66, mintrans: 34 },
        ends: { acted: 46, planned: 32, explained: 16, refused: 3, redirected: 3 },
        pace: 1.5,
      },
      {
        code: "buses",
        name: "Автобусы и расписание",
        aliases: ["Общественный транспорт", "Пассажирские перевозки"],
        said: ["Автобус", "Маршрутка", "Остановка", "Троллейбус"],
        weight: 28,
        season: [1.2, 1.1, 1, 0.9, 1, 0.9, 0.8, 0.9, 1.3, 1.1, 1, 1.1],
        agencies: { mintrans: 52, district: 48 },
        ends: { acted: 40, planned: 16, explained: 36, refused: 6, redirected: 2 },
        pace: 1,
      },
      {
        code: "safety",
        name: "Переходы, знаки и светофоры",
        aliases: ["Безопасность дорожного движения", "Организация дорожного движения"],
        said: ["Светофор", "Пешеходный переход", "Лежачий полицейский", "Дорожные знаки"],
        weight: 16,
        season: schoolYear,
        agencies: { mintrans: 42, district: 58 },
        ends: costly,
        pace: 1.4,
      },
      {
        code: "rural",
        name: "Сельские дороги и мосты",
        aliases: ["Дороги в сельской местности", "Подъезды к населённым пунктам"],
        said: ["Мост", "Грунтовая дорога"],
        weight: 11,
        season: [0.7, 0.8, 1.8, 2.2, 1.4, 0.8, 0.8, 0.8, 0.9, 1.1, 0.8, 0.6],
        agencies: { mintrans: 68, district: 32 },
        ends: costly,
        pace: 1.8,
      },
      {
        code: "parking",
        name: "Парковки и брошенные машины",
        aliases: ["Парковки", "Стоянка транспортных средств"],
        said: ["Парковка", "Брошенная машина", "Машины на газоне"],
        weight: 7,
        season: even,
        agencies: { district: 100 },
        ends: usual,
        pace: 1.6,
      },
    ],
  },
  {
    code: "ecology",
    name: "Экология",
    aliases: ["Экология и природа", "Охрана окружающей среды"],
    topics: [
      {
        code: "dumps",
        name: "Несанкционированные свалки",
        aliases: ["Свалки", "Несанкционированные места размещения отходов"],
        said: ["Свалка", "Стихийная свалка"],
        weight: 27,
        season: warmYear,
        agencies: { minprirody: 48, district: 52 },
        ends: usual,
        pace: 1.7,
      },
      {
        code: "air",
        name: "Запахи и выбросы",
        aliases: ["Загрязнение воздуха", "Атмосферный воздух"],
        said: ["Вонь", "Пахнет", "Воняет", "Дым", "Запах"],
        weight: 13,
        season: [0.9, 0.8, 0.8, 0.9, 1, 1.2, 1.4, 1.4, 1.1, 1, 0.8, 0.8],
        agencies: { minprirody: 90, district: 10 },
        ends: { acted: 26, planned: 14, explained: 48, refused: 8, redirected: 4 },
        pace: 1.6,
      },
      {
        code: "rivers",
        name: "Реки, озёра и паводок",
        aliases: ["Водные объекты", "Паводок и подтопления"],
        said: ["Река", "Озеро", "Затопило огород"],
        weight: 15,
        season: floodYear,
        agencies: { minprirody: 66, district: 34 },
        ends: usual,
        pace: 1.2,
      },
      {
        code: "trees",
        name: "Аварийные деревья",
        aliases: ["Снос и обрезка деревьев", "Зелёные насаждения"],
        said: ["Дерево", "Деревья", "Упало дерево", "Спилить дерево"],
        weight: 18,
        season: treeYear,
        agencies: { district: 80, blago: 20 },
        ends: usual,
        pace: 1.3,
      },
      {
        code: "hogweed",
        name: "Борщевик и сорняки",
        aliases: ["Борщевик", "Борьба с борщевиком Сосновского"],
        said: ["Сорняки"],
        weight: 9,
        season: hogweedYear,
        agencies: { district: 84, minprirody: 16 },
        ends: usual,
        pace: 1.4,
      },
      {
        code: "animals",
        name: "Безнадзорные животные",
        aliases: ["Бездомные собаки", "Отлов безнадзорных животных"],
        said: ["Собаки", "Бродячие собаки", "Стая собак", "Собака укусила"],
        weight: 18,
        season: [1.1, 1.2, 1.2, 1.1, 1, 0.9, 0.8, 0.8, 1, 1, 1, 1],
        agencies: { district: 72, vet: 28 },
        ends: usual,
        pace: 1,
      },
    ],
  },
  {
    code: "other",
    name: "Прочее",
    aliases: ["Иное", "Социальная сфера и прочее"],
    topics: [
      {
        code: "health",
        name: "Поликлиники и больницы",
        aliases: ["Здравоохранение", "Медицинская помощь"],
        said: ["Врач", "Запись к врачу", "Больница", "Поликлиника", "Скорая помощь"],
        weight: 30,
        season: [1.3, 1.2, 1, 1, 0.9, 0.8, 0.8, 0.8, 1, 1.2, 1.1, 1.1],
        agencies: { minzdrav: 100 },
        ends: { acted: 42, planned: 10, explained: 41, refused: 4, redirected: 3 },
        pace: 1,
        sensitive: true,
      },
      {
        code: "education",
        name: "Школы и детские сады",
        aliases: ["Образование", "Школы, сады и кружки"],
        said: ["Школа", "Детский сад", "Садик"],
        weight: 20,
        season: schoolYear,
        agencies: { minobr: 78, district: 22 },
        ends: { acted: 40, planned: 14, explained: 39, refused: 5, redirected: 2 },
        pace: 1,
      },
      {
        code: "benefits",
        name: "Пособия и выплаты",
        aliases: ["Социальные выплаты", "Меры социальной поддержки"],
        said: ["Детские пособия", "Выплата", "Льготы"],
        weight: 17,
        season: even,
        agencies: { minsoc: 100 },
        ends: money,
        pace: 0.9,
        sensitive: true,
      },
      {
        code: "labour",
        name: "Работа и зарплата",
        aliases: ["Труд и занятость", "Трудовые отношения"],
        said: ["Не платят зарплату", "Задержка зарплаты"],
        weight: 7,
        season: even,
        agencies: { trud: 100 },
        ends: { acted: 24, planned: 2, explained: 58, refused: 6, redirected: 10 },
        pace: 1.2,
      },
      {
        code: "construction",
        name: "Капитальный ремонт и стройка",
        aliases: ["Капремонт", "Строительство и капитальный ремонт"],
        said: ["Стройка"],
        weight: 11,
        season: warmYear,
        agencies: { minstroy: 100 },
        ends: costly,
        pace: 2,
      },
      {
        code: "digital",
        name: "Связь, интернет и справки",
        aliases: ["Связь и цифровые услуги", "Государственные услуги и связь"],
        said: ["Интернет не работает", "Мобильная связь"],
        weight: 10,
        season: even,
        agencies: { mincifry: 100 },
        ends: { acted: 36, planned: 14, explained: 44, refused: 3, redirected: 3 },
        pace: 1,
      },
      {
        code: "culture",
        name: "Культура и спорт",
        aliases: ["Культура, спорт и отдых", "Спортивные и культурные объекты"],
        said: ["Клуб", "Библиотека", "Стадион"],
        weight: 5,
        season: even,
        agencies: { minkult: 70, district: 30 },
        ends: costly,
        pace: 1.3,
      },
    ],
  },
];

export interface PlacedTopic extends Topic {
  group: TopicGroup;
}

/** Every sub-topic with its group, in the order of the list. */
export const topics: readonly PlacedTopic[] = topicGroups.flatMap((group) =>
  group.topics.map((topic) => ({ ...topic, group })),
);

const byCode = new Map(topics.map((topic) => [topic.code, topic]));

/** The sub-topic with a code; throws for an unknown code (a mistake in the generator). */
export function topicOf(code: string): PlacedTopic {
  const topic = byCode.get(code);
  if (topic === undefined) throw new Error(`no topic with the code ${code}`);
  return topic;
}

/** Whom an appeal of a topic may be taken for, or handed to, beside its own agencies. */
const related: Readonly<Record<string, readonly string[]>> = {
  health: ["minsoc"],
  benefits: ["trud", "minzdrav"],
  labour: ["minsoc"],
  education: ["minsoc"],
  construction: ["gzhi"],
  parking: ["mintrans"],
  snow: ["mintrans", "gzhi"],
  trees: ["minprirody"],
};

/** The other agencies that answer for a topic in a place: where an appeal lands by mistake or goes by competence. */
export function neighbours(topic: PlacedTopic, place: string, agency: string): string[] {
  const own = Object.keys(topic.agencies).map((code) => (code === "district" ? `adm-${place}` : code));
  const others = [
    ...new Set([
      ...own,
      ...(related[topic.code] ?? []),
      ...(related[topic.code] === undefined ? [`adm-${place}`] : []),
    ]),
  ];
  const left = others.filter((code) => code !== agency);
  return left.length > 0 ? left : ["minzhkh"];
}
