import type { Span } from "../span.ts";

const SCHEME = String.raw`(?:https?:\/{1,2})?(?:www\.)?`;
const TAIL = String.raw`[\p{L}\p{Nd}_.\-/?=&%#@+~:]{1,200}`;
/** Profiles and messengers; «vk . com / id1» with spaces is a disguise. */
const LINK = new RegExp(
  String.raw`(?<![\p{L}\p{Nd}@])${SCHEME}(?:(?:m|new|web|api|l|chat)\.)?(?:vk[ .,]{1,3}(?:com|ru|me|cc)|vkontakte ?[.,] ?ru|вк ?[.,] ?(?:ком|com|ру)|ok ?[.,] ?ru|ок ?[.,] ?ру|odnoklassniki ?[.,] ?ru|t ?[.,] ?me|telegram ?[.,] ?(?:me|org|dog)|tlgg?\.ru|tele\.click|wa ?[.,] ?me|whatsapp ?[.,] ?com|viber ?[.,] ?(?:com|me)|instagram ?[.,] ?com|facebook ?[.,] ?com|fb ?[.,] ?(?:com|me)|twitter ?[.,] ?com|tiktok ?[.,] ?com|youtube ?[.,] ?com\/@|my ?[.,] ?mail ?[.,] ?ru|max ?[.,] ?ru|threads ?[.,] ?net|signal ?[.,] ?me|vkvideo ?[.,] ?ru|dzen ?[.,] ?ru|rutube ?[.,] ?ru|steamcommunity ?[.,] ?com|livejournal ?[.,] ?com|pikabu ?[.,] ?ru|imo ?[.,] ?im|discord ?[.,] ?gg|icq ?[.,] ?im) ?\/ ?${TAIL}`,
  "giu",
);
const SCHEMES = /(?:tg|viber|whatsapp|skype):(?:\/\/)?[\p{L}\p{Nd}_.\-/?=&%#@+]{3,120}/giu;
/** A link that leads to one message of a person: a wall post, a photo, a comment, a topic, a message of a channel. */
const POST =
  /(?:wall|photo|video|topic|clip|market|audio|doc|story|note|article)s?-?\d+_\d+|[?&](?:w|z|reply|thread|comment)=|\/(?:topic|statuses|post|posts|p|reel|status|comments?)\/|(?:^|\/)(?:t ?\. ?me|telegram\.me)\/(?:s\/)?[\w]+\/\d+|\/@?[\w.]+\/(?:video|status)\/\d+/iu;
/** The same ids written without the site: «wall-1_2», «-1_2?reply=3». */
const BARE_POST =
  /(?<![\p{L}\p{Nd}/])(?:wall|photo|topic|video)-?\d{1,12}_\d{1,12}(?:\?[\w=&%]{1,80})?|(?<![\p{L}\p{Nd}])-?\d{4,12}_\d{1,12}\?reply=\d{1,12}/giu;
/** Pages of communities are not persons' pages. */
const COMMUNITY =
  /\/ ?(?:club|public|event|group|groups|apps?|away|feed|search|market)(?:\d|\/|$|\.php)|\/(?:p|legal|about|privacy|help)\/?$/iu;
const HANDLE = /(?<![\p{L}\p{Nd}._%+\-@/])@[A-Za-z][A-Za-z\d_.]{2,40}/gu;
/** [id123|Имя], @id123 (Имя), *id123 (Имя): marks of VK. */
const MARK = /\[id\d{1,15}(?::bp-?\d+_\d+)?\|[^\]\n]{0,100}\]|[@*]id\d{1,15}(?: ?\([^)\n]{0,100}\))?/gu;
/** Communities, and persons' marks, which are found with the name beside them. */
const COMMUNITY_HANDLE = /^@(?:club|public|event|app|id)\d+$/u;
/** «вк: ivanov_ivan», «телеграм ivanov1980», «мой инстаграм - ivan.ivanov», «id123456789» beside nothing else. */
const NAMED_ACCOUNT =
  /(?<![\p{L}\p{Nd}])(?:вк|vk|вконтакте|одноклассник\p{L}{1,3}|тг|tg|телегр?ам+\p{L}{0,2}|телег[аеу]|telegram|инст[ау]гр?ам+\p{L}{0,2}|инст[ауы]|instagram|скайп\p{L}{0,2}|skype|ник(?:нейм)?|логин|login|аккаунт|дискорд|discord|стим|steam|зум|zoom|макс|max|viber|вайбер|в[ао]тс?ап+|вацап|whatsapp)(?![\p{L}\p{Nd}])(?: в (?:игре|чате|сети|стиме|телеграме?|\p{L}{2,10}))?[ :=–-]{1,4}(?:live:)?((?:(?=[A-Za-z-]{0,30}\d)[A-Za-z][A-Za-z\d_.-]{3,40}|[A-Za-z][A-Za-z\d_.]{3,40})(?: [A-Za-z]{2,20}\d{1,6})?)(?![\p{L}\p{Nd}@])/giu;
/** «vasya_troll1999 написал»: a nickname as a forum shows it; a word of letters alone may be a company. */
const AUTHOR =
  /(?<![\p{L}\p{Nd}@/.])(?=[A-Za-z\d_.-]{0,39}[\d_])[A-Za-z][A-Za-z\d_.-]{3,39}(?=,? (?:\p{L}{0,3}писал|пишет|сказал|говорит|ответил|отвечает|сообщил|wrote)(?!\p{L}*ть))/gu;
/** «VK ID 123456789», «аккаунт в ОК: 512345678901»: the number of a page after the name of its network. */
const NAMED_ID =
  /(?<![\p{L}\p{Nd}])(?:вк|vk|ок|ok|вконтакте|одноклассник\p{L}{1,3}|телеграм\p{L}{0,2}|telegram|тг|tg|fb|facebook|аккаунт\p{L}{0,2}|профил\p{L}{1,2}|страниц\p{L}{1,2})(?: в \p{L}{2,14})?[ :,№-]{1,4}(?:id|ид|айди|профиль|номер)?[ :№-]{0,3}(\d{6,13})(?![\p{L}\p{Nd}])/giu;
/** «пользователь Nikon_77: воды нет» */
const USER =
  /(?<!\p{L})(?:пользовател\p{L}{1,2}|автор\p{L}{0,2}|участник\p{L}{0,2}|подписчик\p{L}{0,2}|юзер\p{L}{0,2}|никнейм\p{L}{0,2})[ :«"]{1,3}(?=[A-Za-z\d_.-]*[\d_])([A-Za-z][A-Za-z\d_.-]{3,39})(?![\p{L}\p{Nd}@])/giu;
const BARE_ID = /(?<![\p{L}\p{Nd}/[@*|])id ?\d{5,12}(?![\p{L}\p{Nd}_|])/gu;
/** Words that follow the name of a network without being a handle. */
const ORDINARY = /^(?:https?|www|com|bot|web|premium|live|for|android|ios|pay|max|vk|ok|messenger|group|chat|id)$/iu;

/** Links to people's pages, handles, marks of a person in VK, links that lead to one person's message. Linear. */
export function findProfiles(text: string): Span[] {
  const spans: Span[] = [];
  const add = (start: number, value: string, id: "profile" | "post" | "name"): void => {
    const trimmed = value.replace(/(?<![.,:;?!\-/])[.,:;?!\-/]+$/u, "");
    spans.push({ start, end: start + trimmed.length, class: id, tier: "confirmed" });
  };
  if (text.includes("/")) {
    for (const match of text.matchAll(LINK)) {
      if (POST.test(match[0])) add(match.index, match[0], "post");
      else if (!COMMUNITY.test(match[0])) add(match.index, match[0], "profile");
    }
  }
  if (text.includes(":")) for (const match of text.matchAll(SCHEMES)) add(match.index, match[0], "profile");
  if (text.includes("_")) for (const match of text.matchAll(BARE_POST)) add(match.index, match[0], "post");
  if (/id\d/u.test(text))
    for (const match of text.matchAll(MARK))
      spans.push({ start: match.index, end: match.index + match[0].length, class: "name", tier: "confirmed" });
  if (text.includes("@"))
    for (const match of text.matchAll(HANDLE))
      if (!COMMUNITY_HANDLE.test(match[0])) add(match.index, match[0], "profile");
  if (/\d{6}/u.test(text))
    for (const match of text.matchAll(NAMED_ID))
      add(match.index + match[0].length - (match[1] ?? "").length, match[1] ?? "", "profile");
  if (/[A-Za-z]{2}/u.test(text)) {
    for (const match of text.matchAll(NAMED_ACCOUNT)) {
      const value = match[1] ?? "";
      if (!ORDINARY.test(value)) add(match.index + match[0].length - value.length, value, "profile");
    }
    for (const match of text.matchAll(AUTHOR)) add(match.index, match[0], "profile");
    for (const match of text.matchAll(USER))
      add(match.index + match[0].length - (match[1] ?? "").length, match[1] ?? "", "profile");
    for (const match of text.matchAll(BARE_ID)) add(match.index, match[0], "profile");
  }
  return spans;
}
