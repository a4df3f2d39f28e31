import { fewRows, isDateColumn } from "./columnKinds.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import { isRowNumber } from "./rowNumbers.ts";

/** What is unique in every row and no number of an appeal: where somebody lives, how to reach them, a place on the map. */
const otherUnique =
  /тел|phone|контакт|contact|почт|mail|адрес|address|коорд|широт|долгот|lat|lon|geo|url|link|ссылк|фио|имя|name|автор|заявител|author/iu;

const clock = /^9{1,2}:9{2}/;

/** A column of short codes, each there once: it identifies the rows, whatever it is called. */
export function isUniqueCode(column: ColumnProfile, rows: number): boolean {
  const { filled, distinct, length, fractions, figures, header, shapes } = column;
  const isCoded =
    figures > filled / 2 || shapes.every((shape) => /9/.test(shape) && !/[\s@]/.test(shape) && !clock.test(shape));
  return (
    rows >= fewRows &&
    filled === rows &&
    distinct === filled &&
    length.longest <= 40 &&
    fractions === 0 &&
    isCoded &&
    !isDateColumn(column) &&
    !isRowNumber(column) &&
    !column.countsRows &&
    !otherUnique.test(header)
  );
}
