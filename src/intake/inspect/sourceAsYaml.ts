import { Document, isMap, isScalar, isSeq, type Node } from "yaml";
import { visibleLabel } from "../label.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import type { EarlierReceipt } from "./earlierReceipt.ts";
import type { Inspection } from "./inspection.ts";

/** What is said beside the keys, in the language of the portal. */
export interface SourceComments {
  head: string;
  kind: string;
  ignore: string;
  /** Stands where no column of agencies was found. */
  agency: string;
  /** Stands where no column of receipt dates was found. */
  received: string;
  outcomes: string;
  channels: string;
  /** Stands above a column that may hold the closings. */
  closing: (filled: string, after: string) => string;
  /** The same where the file has no header row; number: of the column. */
  closingHeaderless: (number: number, filled: string, after: string) => string;
  /** Stands where a receipt was told from the registration beside it. */
  earlier: (evidence: Pick<EarlierReceipt, "pairs" | "earlier">) => string;
  /** Stand where headings are above groups of rows: what they were taken for, or that a person has to say it. */
  groupedBy: (headings: number, rows: number) => string;
  groupedByWhat: (headings: number, rows: number) => string;
  /** Stands where the columns of a file without a header row are named. */
  headers: string;
  /** What a column looks like, in a few words. */
  look: (column: ColumnProfile) => string;
}

/** More different words than this are no words for outcomes or channels. */
const mostWords = 60;

/** The description of an inspected file as it is saved in data/sources: only what it says, with comments, ready to edit. */
export function sourceAsYaml(
  { source, labels, closing, earlier, groups, columns: profiles, proposals, headerless }: Inspection,
  comments: SourceComments,
): string {
  const { columns, ignore, missing, ...rest } = source;
  const single = Object.fromEntries(
    Object.entries(columns).map(([field, names]) => [field, names && names.length === 1 ? names[0] : names]),
  );
  const document = new Document({
    ...rest,
    ...(headerless ? {} : { columns: single }),
    ...(ignore.length > 0 ? { ignore } : {}),
    ...(missing.length > 0 ? { missing } : {}),
  });
  document.commentBefore = ` ${comments.head}`;
  const comment = (key: string, text: string): void => {
    if (!isMap(document.contents)) return;
    const pair = document.contents.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (pair && isScalar(pair.key)) (pair.key as Node).commentBefore = ` ${text}`;
  };
  comment("kind", comments.kind);
  comment("ignore", comments.ignore);
  comment("headers", comments.headers);
  const grouped = [
    groups?.labels.size ?? 0,
    [...(groups?.labels.values() ?? [])].reduce((sum, count) => sum + count, 0),
  ] as const;
  comment("groupedBy", comments.groupedBy(...grouped));
  const has = (field: string): boolean =>
    field === rest.groupedBy || proposals.some((proposal) => proposal.field === field);
  const wanting = [
    ...(has("received") ? [] : [comments.received]),
    ...(earlier === null ? [] : [comments.earlier(earlier)]),
    ...(groups === null || rest.groupedBy !== undefined ? [] : [comments.groupedByWhat(...grouped)]),
    ...(has("agency") ? [] : [comments.agency]),
    ...(closing !== null && headerless
      ? [comments.closingHeaderless(closing.column.number, percent(closing.filled), percent(closing.after))]
      : []),
  ];
  if (wanting.length > 0)
    comment(headerless ? "headers" : "columns", [...(headerless ? [comments.headers] : []), ...wanting].join("\n "));
  const mapping = document.get("columns");
  // Inside the mapping: once it is uncommented it stands where it belongs.
  if (closing !== null && isMap(mapping))
    mapping.commentBefore = ` ${comments.closing(percent(closing.filled), percent(closing.after))}\nclosed: ${JSON.stringify(visibleLabel(closing.column.header))}`;
  const named = document.get("headers");
  if (isSeq(named)) {
    for (const [index, item] of named.items.entries()) {
      const profile = profiles[index];
      if (isScalar(item) && profile) item.comment = ` ${index + 1}: ${comments.look(profile)}`;
    }
  }
  const toBeSaid = (
    [
      ["outcome", "outcomes"],
      ["channel", "channels"],
    ] as const
  ).flatMap(([field, key]) => {
    const unlisted = (labels[field] ?? []).filter(({ known }) => known === null).slice(0, mostWords);
    const lines = unlisted.map(({ label, count, guess }) => `   ${JSON.stringify(label)}: ${guess ?? ""}  # ${count}`);
    return lines.length === 0 ? [] : [` ${comments[key]}\n ${key}:\n${lines.join("\n")}`];
  });
  if (toBeSaid.length > 0) document.comment = toBeSaid.join("\n\n");
  return document.toString({ lineWidth: 0 });
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
