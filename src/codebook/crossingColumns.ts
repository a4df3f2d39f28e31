import type { Column } from "./column.ts";
import { beyondColumn, mayBeBeyond, reasonColumnOf, tabledNames, valueColumns } from "./figureColumns.ts";

/** Columns of crossings.csv, in order: a contract. The figures are those of the tables of topics and places. */
export const crossingColumns: readonly Column[] = [
  { name: "topic", type: "code", vocabulary: "topic", words: "crossing.topic", empty: "never" },
  { name: "topic_name", type: "string", words: "crossing.topic_name", empty: "not-stated" },
  { name: "place", type: "code", vocabulary: "place", words: "crossing.place", empty: "never" },
  { name: "place_name", type: "string", words: "crossing.place_name", empty: "not-stated" },
  { name: "received_ever", type: "integer", unit: "appeals", words: "crossing.received_ever", empty: "never" },
  { name: "from", type: "date", words: "from", empty: "never" },
  { name: "to", type: "date", words: "to", empty: "never" },
  { name: "channel", type: "code", codes: "channelOrAll", words: "crossing.channel", empty: "never" },
  ...tabledNames.flatMap(valueColumns),
  ...tabledNames.map(reasonColumnOf),
  ...tabledNames.filter(mayBeBeyond).map(beyondColumn),
];
