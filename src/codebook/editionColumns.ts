import type { Column } from "./column.ts";

const channel: Column = {
  name: "channel",
  type: "code",
  codes: "channelOrAll",
  words: "subject.channel",
  empty: "never",
};
const agency: Column = { name: "agency", type: "code", vocabulary: "agency", words: "edition.agency", empty: "region" };
const figure: Column = { name: "figure", type: "code", codes: "remembered", words: "edition.figure", empty: "never" };
const period: readonly Column[] = [
  { name: "from", type: "date", words: "from", empty: "never" },
  { name: "to", type: "date", words: "to", empty: "never" },
];

/** State, value and whole of a figure as it stood. */
const plainFigure = (when: "" | "_then" | "_now"): Column[] => [
  { name: `state${when}`, type: "code", codes: "state", words: `edition.state${when}`, empty: "never" },
  {
    ...{ name: `value${when}`, type: "number", words: `edition.value${when}`, empty: "figure" },
    reason: `value${when}_reason`,
  },
  { name: `of${when}`, type: "integer", unit: "appeals", words: `edition.of${when}`, empty: "no-share" },
];
const plainReason = (when: "" | "_then" | "_now"): Column => ({
  ...{
    name: `value${when}_reason`,
    type: "code",
    codes: "reason",
    words: `edition.value${when}_reason`,
    empty: "reason",
  },
});

/** Columns of editions/DATE/figures.csv, in order: a contract. Agencies are told by code, because names change and dated files do not. */
export const editionFigureColumns: readonly Column[] = [
  ...[agency, channel, figure, ...period],
  ...plainFigure(""),
  plainReason(""),
];

const outcomeIfChanged = { codes: "outcome", codesWhere: { column: "change", is: "outcome" } } as const;

/** Columns of editions/DATE/changes.csv, in order: a contract. */
export const changeColumns: readonly Column[] = [
  { name: "id", type: "string", words: "edition.id", empty: "never" },
  { name: "change", type: "code", codes: "change", words: "edition.change", empty: "never" },
  { name: "field", type: "code", codes: "redated", words: "edition.field", empty: "no-field" },
  { name: "before", type: "string", ...outcomeIfChanged, words: "edition.before", empty: "nothing" },
  { name: "after", type: "string", ...outcomeIfChanged, words: "edition.after", empty: "nothing" },
  { name: "dates_to_week", type: "yesno", codes: "yesno", words: "dates_to_week", empty: "never" },
  { name: "channel", type: "code", codes: "channel", words: "channel", empty: "never" },
  { name: "agency", type: "code", vocabulary: "agency", words: "appeal.agency", empty: "not-stated" },
  { name: "first_reply_state", type: "code", codes: "reply", words: "first_reply_state", empty: "not-timed" },
  { name: "closing_state", type: "code", codes: "closing", words: "closing_state", empty: "not-timed" },
];

/** Columns of editions/revisions.csv, in order: a contract. */
export const revisionColumns: readonly Column[] = [
  { name: "edition", type: "date", words: "edition.edition", empty: "never" },
  ...[agency, channel, figure, ...period],
  ...plainFigure("_then"),
  ...plainFigure("_now"),
  { name: "reasons", type: "string", codes: "revision", between: "; ", words: "edition.reasons", empty: "never" },
  plainReason("_then"),
  plainReason("_now"),
];
