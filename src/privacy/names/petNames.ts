import type { NameDictionary } from "./nameDictionary.ts";
import { stem } from "./stem.ts";
import type { Token } from "./tokens.ts";

/** «Серёженька», «Аришенька»: an endearing form that no dictionary lists; things that are dear are in it («реченька»). */
const ENDEARING = /(?:[её]?н|[лвшжзрс])(?:[ьеоюиу]?ньк|[еоюу]чк|[юу]шк|[юу]лечк|ишк)(?:а|и|е|у|ой|ою)$/u;
const DIMINUTIVES = new Set(
  "катюша ванюша илюша настюша андрюша петруша павлуша танюша анюта машуня дашуня алёшка колюня витюша алёнка аленка танька ванька петька колька сашка машка дашка катька ленка светка наташка маринка иришка аринка полинка настька юлька вовка серёжка сережка мишка димка андрюшка ванечка сонечка манечка лизка лёшка лешка женька пашка гришка тимошка никитка егорка серёга серега вован толян колян санёк витёк диман лёха леха тёмка темка катюха"
    .split(" ")
    .map(stem),
);
/** Endings by which short and rough forms are made of a first name: «Оль-ка», «Маш-утка», «Вит-ёк», «Кат-юха», «Кол-ян». */
const MADE_OF =
  /^(.{2,8}?)(?:утк|оньк|еньк|очк|ечк|ушк|юшк|ульк|унчик|улечк|унечк|юх|ух|ох|юн|ун|юш|уш|яш|аш|ян|ан|ёк|ек|чик|ик|ок|ош|к)(?:а|и|ы|е|у|ой|ою|ом|ем|)$/u;

/** The pet name of a person, mostly of a child: listed, endearing by its ending, or made of a first name that the dictionary has. */
export function isPetName(token: Token, dictionary: NameDictionary): boolean {
  const { text, reading } = token;
  if (reading.known) return !token.sentenceStart && DIMINUTIVES.has(stem(text));
  if (DIMINUTIVES.has(stem(text)) || (text.length > 5 && ENDEARING.test(text))) return true;
  const base = MADE_OF.exec(text)?.[1];
  return (
    base !== undefined &&
    [`${base}а`, `${base}я`, base].some((name) => name.length > 2 && isFirstName(name, dictionary))
  );
}

function isFirstName(word: string, dictionary: NameDictionary): boolean {
  const { name, common, place } = dictionary.read(word);
  return name && common < 0.3 && !place;
}
