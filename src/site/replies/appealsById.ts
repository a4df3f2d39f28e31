import { renderedAppeals } from "../../edition/renderedEdition.ts";
import type { ListedAppeal } from "../../edition/listedAppeal.ts";

let known: ReadonlyMap<string, ListedAppeal> | undefined;

/** All published appeals of the edition by public id, put together once for all pages. */
export function appealsById(): ReadonlyMap<string, ListedAppeal> {
  return (known ??= new Map(renderedAppeals().map((appeal) => [appeal.id, appeal])));
}
