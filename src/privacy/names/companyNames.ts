import { hasOwnVerb } from "./actingPersons.ts";
import { isShopWord } from "./contextWords.ts";
import type { Token } from "./tokens.ts";
import { hasSureSurnameEnding, isFirstName } from "./wordEvidence.ts";

/** «ООО «Дарина Интерком»», «предприятие «ЛекФарм»» */
export function isQuotedCompany(tokens: readonly Token[], first: number, last: number): boolean {
  return (
    /[«"“]/u.test(tokens[first - 1]?.text ?? "") &&
    /[»"”]/u.test(tokens[last + 1]?.text ?? "") &&
    tokens[first - 2]?.kind === "cyrillic" &&
    (isShopWord(tokens[first - 2]!.text) ||
      /^(?:предприяти|организаци|завод|фабрик|газет|журнал|телеканал|агентств|холдинг|групп|оао|пао|мп|муп|чп|фонд)/u.test(
        tokens[first - 2]!.text,
      ))
  );
}

/** «кафе Татьяна», «магазин «У Петровича»», «салон красоты Елена»; «в кафе Иванова нагрубила» is a person all the same. */
export function isNameOfShop(tokens: readonly Token[], first: number): boolean {
  const token = tokens[first];
  if (!token || token.breaks > 0 || (hasSureSurnameEnding(token) && !isFirstName(token) && hasOwnVerb(tokens, first)))
    return false;
  let at = first - 1;
  if (tokens[at]?.text === "у" && /[«"“]/u.test(tokens[at - 1]?.text ?? "")) at -= 1;
  const quoted = /[«"“]/u.test(tokens[at]?.text ?? "");
  if (quoted) at -= 1;
  const word = tokens[at];
  if (word?.kind !== "cyrillic" || tokens[at + 1]?.breaks !== 0) return false;
  if (isShopWord(word.text)) return true;
  // «салон красоты Елена»: what the shop sells stands between.
  return (
    word.shape === "lower" &&
    word.reading.noun &&
    word.breaks === 0 &&
    isFirstName(token) &&
    isShopWord(tokens[at - 1]?.text ?? "") &&
    /[аыиявйо]$/u.test(word.text)
  );
}
