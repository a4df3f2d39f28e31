import { parquetMetadata, parquetSchema } from "hyparquet";
import { readColumn } from "hyparquet/src/column.js";
import { DEFAULT_PARSERS } from "hyparquet/src/convert.js";
import { getTreePath } from "hyparquet/src/schema.js";

/** Every text in a Parquet file, column by column, and the names of its columns; nothing is kept of them. */
export function* parquetTexts(bytes: Buffer): Generator<string> {
  // A buffer of its own: offsets inside the file count from its beginning.
  const file = Uint8Array.from(bytes).buffer;
  const metadata = parquetMetadata(file);
  const tree = parquetSchema(metadata);
  for (const { name } of metadata.schema) yield name;
  for (const { value } of metadata.key_value_metadata ?? []) if (value !== undefined) yield value;
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    for (const { meta_data: chunk } of group.columns) {
      if (chunk === undefined || chunk.type !== "BYTE_ARRAY") continue;
      const schemaPath = getTreePath(tree, chunk.path_in_schema);
      const start = Number(chunk.dictionary_page_offset ?? chunk.data_page_offset);
      const reader = { view: new DataView(file, start, Number(chunk.total_compressed_size)), offset: 0 };
      const { data } = readColumn(
        reader,
        { groupStart: 0, selectStart: 0, selectEnd: rows, groupRows: rows },
        {
          ...chunk,
          pathInSchema: chunk.path_in_schema,
          element: schemaPath[schemaPath.length - 1]!.element,
          schemaPath,
          parsers: DEFAULT_PARSERS,
        },
      );
      for (const page of data) for (const cell of page) if (typeof cell === "string") yield cell;
    }
  }
}
