import type { PublicAppeal } from "../model/appeal.ts";
import type { Voice } from "../words/language.ts";
import { isHollow } from "../model/hollowOutcome.ts";
import { hasPage } from "../model/subjectsOfFacts.ts";
import { markup, type Markup } from "../words/markup.ts";
import type { AppealPageSetting } from "./appealPageSetting.ts";

/** «4 мая 2026 года, 10:15»; only its week where the portal tells no more. */
function momentText(moment: string, datesToWeek: boolean, { t, plainDate }: Voice): string {
  if (datesToWeek) return t("appeal.week", { date: plainDate(moment) });
  return moment.length === 10
    ? plainDate(moment)
    : t("appeal.moment", { date: plainDate(moment), time: moment.slice(11, 16) });
}

/** The moments that are recorded of an appeal, in the order in which they came. */
export function appealDates(appeal: PublicAppeal, { voice }: AppealPageSetting): Markup {
  const { t } = voice;
  const steps = [
    [t("appeal.received"), appeal.received],
    [t("appeal.first-reply"), appeal.firstReply],
    [t("appeal.reopened"), appeal.reopened],
    [t("appeal.closed"), appeal.closed],
    [t("appeal.confirmed"), appeal.confirmed ?? null],
  ] as const;
  const known = steps.flatMap(([name, moment]) => (moment === null ? [] : [{ name, moment }]));
  // Moments without a time come before those of the same day only where their names stand in that order.
  known.sort((a, b) =>
    a.moment.slice(0, 10) < b.moment.slice(0, 10) ? -1 : a.moment.slice(0, 10) > b.moment.slice(0, 10) ? 1 : 0,
  );
  return markup`<ol class="appeal-dates">${known.map(({ name, moment }) => markup`<li><span>${name}</span> <time datetime="${moment}">${momentText(moment, appeal.datesToWeek === true, voice)}</time></li>`)}</ol>`;
}

function linked(name: string, href: string | null): Markup {
  return href === null ? markup`${name}` : markup`<a href="${href}">${name}</a>`;
}

/** What was done, by whom, about what, where and by which channel: each with a link to its page where it has one. */
export function appealFacts(appeal: PublicAppeal, { facts, voice: { t }, names, links }: AppealPageSetting): Markup {
  const page = (dimension: "agency" | "topic" | "place", code: string | null): string | null =>
    code !== null && hasPage(facts, dimension, code) ? links[dimension](code) : null;
  const hollow = isHollow(appeal.outcome);
  const rows: [string, Markup][] = [
    [
      t("appeal.outcome"),
      markup`<span class="appeal-outcome" data-outcome="${appeal.outcome}"${hollow && markup` data-hollow`}>${names.outcome(appeal.outcome)}</span>`,
    ],
    [t("appeal.agency"), linked(names.agency(appeal.agency ?? ""), page("agency", appeal.agency))],
    ...(appeal.handedFrom === null || appeal.handedFrom === appeal.agency
      ? []
      : [
          [t("appeal.handed-from"), linked(names.agency(appeal.handedFrom), page("agency", appeal.handedFrom))] as [
            string,
            Markup,
          ],
        ]),
    [t("appeal.topic"), linked(names.topic(appeal.topic ?? ""), page("topic", appeal.topic))],
    [t("appeal.place"), linked(names.place(appeal.place ?? ""), page("place", appeal.place))],
    [t("appeal.channel"), markup`${names.channel(appeal.channel)}`],
    ...(appeal.rating === null
      ? []
      : [[t("appeal.rating"), markup`${t("appeal.rating.value", { rating: appeal.rating })}`] as [string, Markup]]),
    [t("appeal.number"), markup`<code>${appeal.id}</code>`],
  ];
  return markup`<dl class="appeal-facts">${rows.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
