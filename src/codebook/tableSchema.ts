import type { Definition } from "../model/facts.ts";
import type { Voice } from "../words/language.ts";
import { namesOf, type Column } from "./column.ts";
import type { Table } from "./tables.ts";
import { columnTeller } from "./tellColumn.ts";

/** A moment as it is published: a date, or a date with time and offset (model/moment.ts). */
const momentPattern = "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}([+-]\\d{2}:\\d{2}|Z))?$";

/** How a type is written in a Table Schema. */
const types: Record<Column["type"], object> = {
  string: { type: "string" },
  integer: { type: "integer" },
  number: { type: "number" },
  date: { type: "date" },
  // The standard's own type of moments knows no bare dates.
  moment: { type: "string", constraints: { pattern: momentPattern } },
  month: { type: "yearmonth" },
  code: { type: "string" },
  yesno: { type: "boolean", trueValues: ["yes"], falseValues: ["no"] },
};

/** Name of the resource of the package that lists all codes. */
const codesResource = "vocabulary.csv";

/**
 * The Table Schema of a published table, with its words in one language (https://datapackage.org/standard/table-schema/, 2.0).
 * Empty cells are told by field, codes with their words as categories.
 */
export function tableSchema({ columns, key }: Table, definitions: readonly Definition[], voice: Voice): object {
  const tell = columnTeller(definitions, voice);
  const fields = columns.map((column) => {
    const { name, title, meaning, unit, values, empty } = tell(column);
    return {
      name,
      title,
      description: unit === null ? meaning : `${meaning} (${unit})`,
      ...types[column.type],
      missingValues: [{ value: "", label: empty }],
      ...(column.type === "code" && values.length > 0
        ? {
            categories: values.map(({ code, words }) => ({ value: code, label: words })),
            constraints: { enum: values.map(({ code }) => code) },
          }
        : {}),
      ...(column.empty === "never" && column.type !== "moment" && column.type !== "code"
        ? { constraints: { required: true } }
        : {}),
    };
  });
  const isWhole = columns.every(({ name, empty }) => !key.includes(name) || empty === "never");
  const coded = columns.filter(({ vocabulary }) => vocabulary !== undefined);
  return {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    fields,
    fieldsMatch: ["exact"],
    ...(key.length === 0 ? {} : isWhole ? { primaryKey: key } : { uniqueKeys: [key] }),
    ...(coded.length === 0
      ? {}
      : {
          foreignKeys: namesOf(coded).map((name) => ({
            fields: [name],
            reference: { resource: codesResource, fields: ["code"] },
          })),
        }),
  };
}
