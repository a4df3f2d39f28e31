import type { PublicAppeal } from "../model/appeal.ts";
import { monthAddress } from "./monthPages.ts";
import type { ListedAppeal } from "../edition/listedAppeal.ts";
import { markup, type Markup } from "../words/markup.ts";
import type { AppealPageSetting } from "./appealPageSetting.ts";

/** All appeals of the same topic and place. */
function moreLink(appeal: PublicAppeal, { voice, names, links }: AppealPageSetting): Markup {
  const filters = {
    ...(appeal.topic !== null && { topic: appeal.topic }),
    ...(appeal.place !== null && { place: appeal.place }),
  };
  const topic = names.topic(appeal.topic ?? "");
  const more =
    appeal.place === null
      ? voice.t("appeal.similar.more.placeless", { topic })
      : voice.t("appeal.similar.more", { topic, place: names.place(appeal.place) });
  return markup`<p><a class="appeal-more" href="${links.appeals(filters)}">${more}</a></p>`;
}

/** Other appeals worth reading beside this one, and the way to all of its topic and place; null: there are none. */
export function similarList(
  appeal: PublicAppeal,
  similar: readonly ListedAppeal[],
  setting: AppealPageSetting,
): Markup | null {
  if (similar.length === 0) return null;
  return markup`<section aria-labelledby="similar"><h2 id="similar">${setting.voice.t("appeal.similar")}</h2><ol class="appeal-list">${similar.map(setting.line)}</ol>${moreLink(appeal, setting)}</section>`;
}

/** What a page of its own has around an appeal, told in few lines: its month, its cited address, appeals like it. */
export function wayOut(appeal: PublicAppeal, setting: AppealPageSetting): Markup {
  const { voice, links } = setting;
  const month = appeal.received.slice(0, 7);
  return markup`<footer><p class="appeal-cited">${voice.t("appeal.cited")} <code>${links.appealCited(appeal.id)}</code></p>${moreLink(appeal, setting)}<p><a class="appeal-more" href="${links.path(monthAddress(month))}">${voice.t("appeals.month.title", { month: voice.month(month) })}</a></p></footer>`;
}
