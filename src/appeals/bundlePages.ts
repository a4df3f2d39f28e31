import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { bundleAddress, bundleOf, bundleRange } from "../model/appealBundle.ts";
import type { PublicAppeal } from "../model/appeal.ts";
import type { Facts } from "../model/facts.ts";
import { type Noticed, noticedAppeals, takedownNotice } from "../words/takedownNotice.ts";
import { escapeHtml, markup, type Markup } from "../words/markup.ts";
import type { Telling } from "../words/telling.ts";
import { keepOrWrite } from "../system/keepOrWrite.ts";
import type { AppealLines } from "../edition/appealLines.ts";
import type { AppealShare } from "../edition/readEdition.ts";
import { appealArticleKey, keyOf } from "./appealPageKey.ts";
import { appealPage } from "./appealPage.ts";
import { type AppealPagesSetting, pageSetting } from "./appealPages.ts";
import { bundleSlots, createStamp } from "./stamp.ts";

/** Bundles written between two looks at what else the process has to do. */
const atOnce = 4;

/** A bundle before its appeals are read. */
interface Bundle {
  name: string;
  /** Places of its appeals in the edition. */
  places: number[];
  notices: Noticed[];
}

/** All bundles of an edition that hold anything, by name: an appeal that was taken down has its notice where it lay. */
function bundlesOf(ids: readonly string[], facts: Facts, bundles: number): Bundle[] {
  const found = new Map<string, Bundle>();
  const of = (id: string): Bundle => {
    const name = bundleOf(id, bundles);
    const bundle = found.get(name) ?? { name, places: [], notices: [] };
    found.set(name, bundle);
    return bundle;
  };
  ids.forEach((id, place) => of(id).places.push(place));
  for (const notice of noticedAppeals(facts)) of(notice.id).notices.push(notice);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a bundle is called: by the first letters of the ids in it. */
function bundleTitle(name: string, bundles: number, { voice: { t } }: Pick<Telling, "voice">): string {
  const range = bundleRange(name, bundles);
  if (range === null) return t("appeals.bundle.all");
  return range.from === range.to ? t("appeals.bundle.one", { from: range.from }) : t("appeals.bundle.title", range);
}

function noticeArticle(noticed: Noticed, { facts, links }: Telling): Markup {
  const { title, reason, counted, others } = takedownNotice(noticed, facts.portal.language);
  return markup`<article class="appeal" id="${noticed.id}"><header><h2>${title}</h2></header><div><p>${reason}</p><p>${counted}</p><p><a href="${links.path("/appeals/")}">${others}</a></p></div></article>`;
}

/**
 * Writes the pages that hold dozens of appeals each: the frame that Astro rendered once, stamped with each bundle. A bundle
 * that is made of the same as before is taken over from the site before as a whole.
 *
 * @param lines the appeals of the edition
 * @returns how many appeals lie in bundles that were taken over
 */
export async function writeBundlePages(
  lines: AppealLines,
  { siteDir, frame, before, memory, share = { number: 0, of: 1 }, onProgress = () => {}, ...about }: AppealPagesSetting,
): Promise<number> {
  const { facts } = about;
  const { appealBundles: number } = facts.portal;
  if (number === undefined) throw new Error("These appeals have a page each");
  const stamp = createStamp(frame, bundleSlots);
  const setting = pageSetting(about);
  const { voice } = setting;
  mkdirSync(join(siteDir, "appeals", "in"), { recursive: true });

  const page = ({ name, notices }: Bundle, appeals: readonly PublicAppeal[]): Uint8Array => {
    const lead =
      appeals.length === 0
        ? ""
        : voice.t(appeals.length === 1 ? "appeals.by.lead.one" : "appeals.by.lead", {
            appeals: voice.counted(appeals.length, "appeal"),
          });
    const articles = [
      ...appeals.map((appeal) => appealPage(appeal, [], setting).body),
      ...notices.map((notice) => noticeArticle(notice, setting)),
    ];
    return stamp({
      title: escapeHtml(bundleTitle(name, number, setting)),
      lead: escapeHtml(lead),
      name,
      body: articles.map(({ html }) => html).join("\n"),
    });
  };

  let written = 0;
  let kept = 0;
  const own = bundlesOf(lines.ids, facts, number).filter((_, at) => isOfShare(at, share));
  for (const [at, bundle] of own.entries()) {
    if (at % atOnce === 0) {
      await setImmediate();
      onProgress(written);
    }
    const file = bundleAddress(bundle.name).slice(1);
    const appeals = bundle.places.map((place) => lines.read(place));
    const key = memory
      ? keyOf(
          [
            ...appeals.map((appeal) => appealArticleKey(appeal, setting, facts.edition.date)),
            JSON.stringify(bundle.notices),
          ].join(" "),
        )
      : "";
    written += appeals.length;
    if (memory?.takeOver(bundle.name, key, file)) {
      kept += appeals.length;
      continue;
    }
    const content = page(bundle, appeals);
    if (keepOrWrite(content, file, siteDir, before) === "kept") kept += appeals.length;
    memory?.add(bundle.name, key, content);
  }
  onProgress(written);
  return kept;
}

/** Dealt out one by one. */
const isOfShare = (at: number, { number, of }: AppealShare): boolean => at % of === number;
