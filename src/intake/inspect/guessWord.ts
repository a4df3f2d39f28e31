import type { Channel } from "../../model/channel.ts";
import type { WordMeaning } from "../words.ts";

/** A refusal of what follows: «не исполнено» is not «исполнено», and what it is instead nobody can tell from the word. */
const negated =
  /частичн|partial|(?<!\p{L})(?:не|нет|без|not|no|un(?=resolved|solved|done|able)|nicht|não)(?!\p{L})|unresolved|incomplete/iu;

/** Refusals in words of their own: nothing in them is denied. */
const plainRefusal = /без удовлетворения|не (?:поддержан|удовлетвор)|not (?:supported|satisfied|upheld)/iu;

/** What words of registers come to, the first rule that fits. Only where the word itself says it. */
const outcomeRules: readonly (readonly [WordMeaning, RegExp])[] = [
  ["unanswered", /без ответа|unanswered|no (?:answer|response|reply)/iu],
  ["withdrawn", /отозва|аннулир|withdrawn|cancell?ed/iu],
  [
    "redirected",
    /перенаправл|переадрес|по (?:компетенции|принадлежности|подведомственности)|transferred|referred|forwarded|weitergeleitet|encaminhad/iu,
  ],
  [
    "open",
    /^нов(?:ая|ое|ый)(?!\p{L})|назначен|в обработке|в работе|в процессе|на исполнении|на контроле|на рассмотрении|ожида|просроч|продл[её]н|приостановл|принят[аоы]? (?:в|к)(?!\p{L})|зарегистрирован|^new$|awaiting|pending|in.?progress|under (?:review|investigation|consideration)|assigned|acknowledged|overdue|on hold|re-?open|^offen$|in bearbeitung|em andamento/iu,
  ],
  ["planned", /запланирован|включен[аоы]? в план|^planned$|scheduled/iu],
  ["refused", /отказ|отклонен|denied|reject|refus|declined|abgelehnt|indeferid/iu],
  ["explained", /разъяснен|разъяснён|explained|information provided/iu],
  [
    "acted",
    /меры приняты|приняты меры|выполнен|исполнен|устран[её]н|удовлетвор[её]н|(?:вопрос|проблема|заявка) реш[её]н|^реш[её]н[аоы]?(?!\p{L})|^resolved|^fixed|repaired|completed|behoben|resolvid/iu,
  ],
  [
    "closed",
    /закрыт|заверш[её]н|рассмотрен|^closed|finished|answered|дан ответ|erledigt|abgeschlossen|finalizad|encerrad/iu,
  ],
];

const channelRules: readonly (readonly [Channel, RegExp])[] = [
  [
    "social",
    /социальн|соц.?сет|вконтакте|одноклассник|telegram|телеграм|facebook|twitter|instagram|(?<!\p{L})(?:вк|vk)(?!\p{L})/iu,
  ],
  ["phone", /телефон|звон|горяч\p{L}* лини|phone|call(?!\p{L})|hotline/iu],
  ["letter", /письм|почт|бумаг|e-?mail|letter|(?<!\p{L})mail|brief/iu],
  ["portal", /сайт|портал|прилож|интернет|website|portal|mobile|online|(?<!\p{L})(?:web|app)(?!\p{L})/iu],
];

/** Words that say «not» and are still clear. */
const clearThough = new Set<WordMeaning>(["unanswered", "withdrawn", "redirected"]);

/** What a word for an outcome says by itself; null: let a person say it. */
export function guessOutcome(word: string): WordMeaning | null {
  if (plainRefusal.test(word)) return "refused";
  const found = outcomeRules.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
  return found !== null && negated.test(word) && !clearThough.has(found) ? null : found;
}

/** The way of an appeal that a word names; null: let a person say it. */
export function guessChannel(word: string): Channel | null {
  const found = channelRules.filter(([, pattern]) => pattern.test(word)).map(([channel]) => channel);
  return found.length === 1 ? (found[0] ?? null) : null;
}
