import { resolve } from "node:path";
import { analyse } from "scslre";
import { describe, expect, test } from "vitest";
import { marksOf, type ReplyMark, replyMarks } from "../../../src/model/replyMarks.ts";
import { createMarkReader } from "../../../src/replies/marks/markReader.ts";
import { readMarks } from "../../../src/replies/marks/readMarks.ts";
import { stemOfRussianWord } from "../../../src/search/words/russianWord.ts";
import { readReplyRules } from "../../../src/settings/readReplyRules.ts";
import { inventedReplies, styles } from "./inventedReplies.ts";

const reader = createMarkReader(await readReplyRules(resolve(import.meta.dirname, "../../../data")));
const marks = (reply: string, question: string | null = null) => marksOf(readMarks(reply, question, reader).marks);
const words = (reply: string, mark: ReplyMark, question: string | null = null) =>
  (readMarks(reply, question, reader).spans.get(mark) ?? []).map(({ start, end }) => reply.slice(start, end));

describe("What a reply says", () => {
  test("is not told by its length: a short reply may say all", () => {
    expect(marks("Яму засыпали 12 мая.", "Яма во дворе")).toEqual(["deed", "namesThing"]);
  });

  test.each<[string, ReplyMark[]]>([
    ["Яма не засыпана.", []],
    ["Яма будет засыпана.", ["promise"]],
    ["Яма будет засыпана до 1 июня.", ["promise", "dated"]],
    ["Яма будет засыпана по мере поступления средств.", ["promise"]],
    ["Выполнено.", ["bare"]],
    ["Заявка выполнена, фото прилагается.", ["bare"]],
    ["Заявка закрыта на основании информации исполнителя.", ["onlyAcknowledged"]],
    ["Заявка выполнена: люк закрыт.", ["deed"]],
    ["Добрый день! Ваше обращение принято в работу. С уважением, пресс-служба.", ["onlyAcknowledged"]],
    ["Обращение принято в работу. Яма засыпана.", ["deed"]],
    ["Вам необходимо обратиться в управляющую организацию.", ["nextStep", "sentElsewhere"]],
    ["Дорога не состоит на балансе администрации.", ["sentElsewhere"]],
    ["Дорога не состоит на балансе администрации. Обращение перенаправлено в область.", ["forwarded"]],
    ["Работы ведутся согласно 59-ФЗ.", []],
    ["Работы ведутся согласно Федеральному закону от 2 мая 2006 года № 59-ФЗ.", ["actInFull"]],
    ["Оцените наш ответ.", ["asksToRate"]],
    [".", []],
    ["", []],
  ])("%s", (reply, found) => {
    expect(marks(reply)).toEqual(found);
  });

  // What a reader of the demonstration found told wrongly: each row is a kind.
  test.each<[string, ReplyMark[]]>([
    ["Работы по Вашему обращению выполнены 10 июня, результат принят, фотографии приложены.", ["bare"]],
    ["Вопрос решён, заявитель уведомлён.", ["bare"]],
    ["Поставленный вопрос находится в ведении другого органа.", ["sentElsewhere"]],
    ["Многодетным положена льгота, от налога семья освобождена.", []],
    ["Двор отремонтирован три года назад.", []],
    ["Двор очищен 6 марта, снег сдвинут к ограде.", ["deed"]],
    ["Бункер сдвинут завтра.", ["promise", "dated"]],
    ["Запланированные работы завершены 20 мая.", ["bare"]],
    ["Рейс восстановлен: отправление в 7:10.", ["deed"]],
    ["Площадка убрана, перевозчику направлено замечание.", ["deed"]],
    ["Дорога передана частному владельцу, тратить на неё деньги бюджета нельзя.", []],
    ["Спасибо, передадим благодарность сотрудникам.", ["onlyAcknowledged"]],
    ["Нужны дополнительные документы, перечень направлен Вам.", ["nextStep"]],
    ["Обращение направлено в округ. Ответ Вы получите оттуда.", ["forwarded", "onlyAcknowledged"]],
    ["Благодарим за отзыв, для нас это важно.", []],
    ["До лета площадка будет на особом контроле.", []],
    ["Сообщение передано ответственному специалисту.", ["who", "onlyAcknowledged"]],
    ["Уточните адрес в личных сообщениях, а пока передали заявку дежурной бригаде.", ["who", "nextStep"]],
    ["Заявка передана специалистам водоканала.", ["who", "forwarded", "onlyAcknowledged"]],
    ["Направлено на исполнение.", ["onlyAcknowledged"]],
    ["Направлено по принадлежности.", ["forwarded", "onlyAcknowledged"]],
    ["Спасибо за идею! Хорошего дня.", ["onlyAcknowledged"]],
    ["Машина сломалась на линии, просим прощения.", []],
    // Footers of any letter are no advice; what others may do is none either.
    ["Выполнено. Ответ может быть обжалован в порядке, установленном законодательством.", ["bare"]],
    ["Выполнено. При несогласии с ответом Вы вправе обратиться повторно.", ["bare"]],
    ["Принято в работу. Просим сообщить, если проблема повторится.", ["onlyAcknowledged"]],
    ["Принято в работу. Если останутся вопросы, позвоните нам по будням с 9 до 18 часов.", ["onlyAcknowledged"]],
    ["Если что-то осталось незамеченным, напишите нам. Яма засыпана.", ["deed"]],
    ["Работы выполнены, фотографии приложены. Работа остаётся на контроле.", ["bare"]],
    ["Обжаловать штраф можно в суде в течение десяти дней.", ["nextStep"]],
    ["Для новой линии нужно решение о земле и проект.", []],
    ["Нужно решение собрания собственников.", ["nextStep"]],
    ["Запись в МФЦ исправлена, добавлено два окна.", ["deed"]],
    ["Хозяйству рекомендовано предупреждать жителей заранее.", []],
    ["Справку берут в МФЦ по паспорту.", ["nextStep"]],
    // All done, but not what.
    ["Выехали 21 августа. Всё необходимое сделано в тот же день.", ["bare"]],
    ["Специалисты выехали, недостатки устранены.", ["who", "bare"]],
    ["Возвращаемся к Вашему обращению: запланированные работы выполнены 20 мая.", ["bare"]],
    ["Как и обещали, работы завершены. Просим оценить результат.", ["asksToRate", "bare"]],
    ["Работы на улице Речной завершены 3 мая.", ["bare"]],
    ["Проблема устранена, приносим извинения.", ["bare"]],
    ["Недочёты устранены бригадой.", ["who", "bare"]],
    ["Проверили и исправили.", ["bare"]],
    ["21 августа бригада всё исправила. Если что-то осталось незамеченным, напишите нам.", ["who", "bare"]],
    ["После повторного обращения выехали на место. Недоделки устранены, фотографии приложены.", ["bare"]],
    ["Вы были правы, в первый раз вопрос решили не до конца. 14 апреля он решён полностью.", ["bare"]],
    ["Вопрос решили не до конца.", []],
    ["Вопрос решили 3 мая. Подрядчик устранил недостатки.", ["who", "bare"]],
    ["Специалист связался с Вами, вопрос решён в Вашу пользу.", ["who", "bare"]],
    ["Подрядчик всё исправил: ступени переложены.", ["deed", "who"]],
    ["Отремонтировали Дом культуры.", ["deed"]],
    ["Срок службы лифта истёк в 2024 году.", []],
    ["Замена лифта, срок — 2027 год.", ["promise", "dated"]],
    ["Проезд закрыт фурами.", []],
    // An opening tells nothing beside anything else.
    ["В ответ на Ваше обращение информируем о следующем. Работы выполнены 3 мая.", ["bare"]],
    ["Ваше обращение от 5 мая 2026 года рассмотрено с выездом на место. Меры приняты.", ["bare"]],
    ["Рассмотрев Ваше обращение, поступившее 3 мая, сообщаем. Передано в работу.", ["onlyAcknowledged"]],
    ["Ваше обращение рассмотрено.", ["onlyAcknowledged"]],
    ["В ответ на Ваше обращение сообщаем, что дом не подлежит ремонту.", []],
    // Whose it is not is said on the matter, whoever it was passed to.
    ["Вопрос не относится к нашей компетенции, обращение направлено в комитет.", ["who", "forwarded"]],
    ["Обращение передано по компетенции в комитет.", ["who", "forwarded", "onlyAcknowledged"]],
    // Nor does the name of who signed, on a line of its own.
    ["Вопрос решён 3 мая.\nМинистерство социальной защиты и демографии Китежского края", ["bare"]],
    [
      "Обращение рассмотрено. Разъяснения даны по телефону.\nКомитет по охране объектов культурного наследия",
      ["onlyAcknowledged"],
    ],
    ["Передано в работу\nНачальник отдела благоустройства А. Б. Липов", ["onlyAcknowledged"]],
    ["Меры приняты. Администрация Журавлинского муниципального района", ["bare"]],
    ["Принято в работу.\nИ. о. главы администрации А. Б. Липов", ["onlyAcknowledged"]],
    ["Меры приняты.\nОтдел по работе с обращениями граждан", ["bare"]],
    ["Меры приняты.\nМинтранс края", ["bare"]],
    ["Принято в работу.\nУправление дорог города ведёт ремонт", ["who"]],
    // No deed: a noun, a reason, a drawing, what is only seen.
    ["Сначала техника выходит на магистрали.", []],
    ["Последствия урагана видны везде.", []],
    ["Ремонт включён в задание.", []],
    ["Данные открыты на сайте министерства.", []],
    ["Ветки, которые замыкали провода, мешают.", []],
    ["Рейс отменён из-за ограничения на мосту.", []],
    ["Подъезд был закрыт припаркованными автомобилями.", []],
    // Promised is what people will do, and not what was, happens by itself or comes round.
    ["Ремонт подъезда проводится раз в 3–5 лет. Срок уже наступил.", []],
    ["Обрезка омолаживает тополь, крона восстановится за два года.", []],
    ["Как только установится мороз, площадку зальём.", ["promise"]],
    // When a check will end is a stated day, though no promise of a deed; when the reply will come is none.
    ["Проверка завершится до 5 мая.", ["dated", "onlyAcknowledged"]],
    [
      "Материалы переданы в инспекцию труда, проверка завершится до 16 ноября.",
      ["dated", "who", "forwarded", "onlyAcknowledged"],
    ],
    ["Осмотр подвала проведут в течение десяти дней.", ["dated"]],
    ["До 12 мая проведём проверку двора.", ["dated"]],
    ["Проверка проведена 5 мая. Ответ дадим до 16 ноября.", []],
    ["По итогам проверки ответ направим до 16 ноября.", ["onlyAcknowledged"]],
    ["Проверка не завершится до 5 мая.", []],
    ["Аптека обещает пандус до конца года.", ["promise", "dated"]],
    ["Пуск лифта 12.11.", ["promise", "dated"]],
    ["Асфальтировать улицу станут летом.", ["promise", "dated"]],
  ])("%s", (reply, found) => {
    expect(marks(reply)).toEqual(found);
  });

  test("is promised also by verbs that no list has, but by those that begin and end as such a verb does", () => {
    for (const reply of [
      "Кабинет физики переоборудуют к сентябрю.",
      "Газопровод подведут к участку.",
      "Спуск к реке обустроим весной.",
      "Мост перестроят.",
    ])
      expect(marks(reply), reply).toContain("promise");
    for (const reply of [
      "Компания проводит обход подвалов.",
      "Опоры находятся на балансе сетей.",
      "Нужен отчёт и расчёт, запрет действует.",
      "Это поможет избежать аварий.",
      "Если жильцы проголосуют, дом включат в список.",
      "Проверим и ответим.",
    ])
      expect(marks(reply), reply).not.toContain("promise");
  });

  test("is told by words that can be pointed at", () => {
    expect(words("Сообщаем: яма засыпана бригадой участка.", "deed")).toEqual(["засыпана"]);
    expect(words("Сообщаем: яма засыпана бригадой участка.", "who")).toEqual(["бригадой"]);
    expect(words("Яма будет засыпана.", "promise")).toEqual(["будет"]);
    expect(words("Лифт отработал свой срок и будет заменён в 2027 году.", "dated")).toEqual(["в 2027"]);
    expect(words("Место определено комиссией 5 мая, площадку построят до 25 мая.", "dated")).toEqual([
      "построят до 25 мая",
    ]);
    expect(words("Замечания переданы подрядной организации, срок — до 29 мая.", "forwarded")).toEqual([
      "Замечания переданы",
      "организации",
    ]);
  });

  test("is not changed by thanks and apologies, nor are they the words that count", () => {
    const courtesy =
      " Благодарим за обращение. Приносим извинения за доставленные неудобства. При несогласии с ответом Вы вправе обратиться повторно.";
    for (const { question, reply } of styles.flatMap((style) => inventedReplies(style))) {
      const { marks: alone, spans } = readMarks(reply, question, reader);
      const beside = readMarks(`${reply.replace(/\p{L}$/u, "$&.")}${courtesy}`, question, reader);
      expect(marksOf(beside.marks), reply).toEqual(marksOf(alone));
      // Of a reply of nothing but thanks these are the words.
      if (/спасибо|благодар|извин/iu.test(reply)) continue;
      for (const [mark, found] of beside.spans) expect(found, reply).toHaveLength(spans.get(mark)!.length);
    }
  });

  test("is told by words that are highlighted once, whatever rules they fulfil", () => {
    for (const { question, reply } of styles.flatMap((style) => inventedReplies(style)))
      for (const spans of readMarks(reply, question, reader).spans.values())
        expect(spans.every(({ start }, at) => at === 0 || start >= spans[at - 1]!.end)).toBe(true);
  });

  test("ends where it is signed", () => {
    expect(marks("Спасибо за сигнал. С уважением, бригада засыпала яму")).not.toContain("who");
  });

  test("names the thing asked about by a word of the question or one of its kind, not by the name of a street", () => {
    expect(words("Крышка колодца возвращена.", "namesThing", "Открыт люк на Садовой")).toEqual(["Крышка", "колодца"]);
    expect(marks("Работы на ул. Школьной завершены.", "Ямы у школы на ул. Школьной")).not.toContain("namesThing");
    expect(marks("Ваше обращение по данному вопросу рассмотрено.", "Прошу рассмотреть обращение")).not.toContain(
      "namesThing",
    );
    expect(marks("Люк закрыт.", null)).not.toContain("namesThing");
  });

  test("names no thing by a town, an agency or a word that any letter has", () => {
    const named = (reply: string, question: string) => words(reply, "namesThing", question);
    expect(
      named("Скамейку заменит администрация Светлоярска.", "Скамейка сломана, жду администрацию Светлоярска"),
    ).toEqual(["Скамейку"]);
    expect(
      named("Сообщаем следующее: ответ направлен каждому.", "Прошу направить ответ каждому на следующей неделе"),
    ).toEqual([]);
  });

  test.each([
    ["Обращение направлено в Управление по обращению с отходами.", "Начисляют за отходы"],
    ["Материалы направлены в Министерство транспорта и автомобильных дорог, автор уведомлён.", "Разбита дорога"],
    ["Расчёт размещён на сайте службы по тарифам.", "Высокие тарифы"],
    ["Обращение передано в Государственную жилищную инспекцию.", "Жилищная контора бездействует"],
    ["Принято в работу.\nДепартамент труда и занятости населения", "Служба занятости не работает"],
  ])("names no thing by what an agency is called: %s", (reply, question) => {
    expect(marks(reply, question)).not.toContain("namesThing");
  });

  test("names a thing beside the name of an agency", () => {
    const named = (reply: string, question: string) => words(reply, "namesThing", question);
    expect(named("Управлением благоустройства ликвидация свалки запланирована.", "Свалка")).toEqual(["свалки"]);
    expect(named("Службой заменена задвижка.", "Течёт задвижка")).toEqual(["задвижка"]);
    expect(named("Министерство транспорта согласовало маршрут автобуса.", "Верните автобус")).toEqual([
      "маршрут",
      "автобуса",
    ]);
  });

  test("counts no word that too many appeals have, where a corpus tells them", () => {
    const named = (isCommon: (stem: string) => boolean) =>
      marksOf(readMarks("Бассейн работает до восьми.", "Закрыли бассейн", reader, isCommon).marks);
    expect(named(() => false)).toContain("namesThing");
    expect(named(() => true)).not.toContain("namesThing");
    expect(named((stem) => stem === stemOfRussianWord("бассейн"))).not.toContain("namesThing");
  });
});

describe("Invented replies", () => {
  test("have most of their marks found and few others", () => {
    const all = styles.flatMap((style) => inventedReplies(style));
    let [right, wrong, missed] = [0, 0, 0];
    for (const { question, reply, raterA, raterB } of all) {
      const found = marks(reply, question);
      for (const mark of replyMarks) {
        // Where raters differ, either is right.
        if (raterA.has(mark) !== raterB.has(mark)) continue;
        if (!found.includes(mark)) missed += raterA.has(mark) ? 1 : 0;
        else if (raterA.has(mark)) right += 1;
        else wrong += 1;
      }
    }
    expect(right / (right + wrong)).toBeGreaterThan(0.95);
    expect(right / (right + missed)).toBeGreaterThan(0.95);
  });
});

describe("Hostile replies", () => {
  /** Patterns that reading uses, caught where all of them are called. */
  function patternsUsed(read: () => void): RegExp[] {
    const used = new Map<string, RegExp>();
    const exec = Object.getOwnPropertyDescriptor(RegExp.prototype, "exec")!;
    const usual = exec.value as (this: RegExp, text: string) => RegExpExecArray | null;
    const noting = function (this: RegExp, text: string): RegExpExecArray | null {
      used.set(String(this), this);
      return usual.call(this, text);
    };
    Object.defineProperty(RegExp.prototype, "exec", { ...exec, value: noting });
    try {
      read();
    } finally {
      Object.defineProperty(RegExp.prototype, "exec", exec);
    }
    return [...used.values()];
  }

  test("meet no pattern that can take more time than in step with its text", () => {
    const used = patternsUsed(() => void marks("Яму-то засыпали 12.05.2026 г., [ФИО] 5. ул.", "Яма? № 5"));
    expect(used.length).toBeGreaterThan(5);
    const faults = used.flatMap(({ source, flags }) => analyse({ source, flags }).reports.map(() => source));
    expect(faults).toEqual([]);
  });

  test.each(["не ", "будет ", "а-", "[", "заявка закрыта ", "12.05.", "<b>", "\u0301", "…"])(
    "of one piece a hundred thousand times come through: %s",
    (piece) => {
      expect(readMarks(piece.repeat(100_000), piece.repeat(100_000), reader).spans).toBeInstanceOf(Map);
    },
  );
});
