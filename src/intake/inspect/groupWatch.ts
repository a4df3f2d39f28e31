import { looksLikePerson } from "../../model/personName.ts";
import { headingOf } from "../groupHeadings.ts";
import { monthNumber } from "../monthNames.ts";

/** What headings over groups of rows may name. */
type GroupField = "agency" | "place";

/** Headings over groups of rows, with what they seem to name; null where a person has to say it. */
export interface GroupHeadings {
  /** Each with the rows under it. */
  labels: Map<string, number>;
  field: GroupField | null;
}

const fewestHeadings = 2;
const agencyWords =
  /министерств|департамент|управлени|комитет|администраци|служб|инспекци|агентств|(?<!\p{L})фонд|отдел|ведомств|учреждени|предприяти|(?<!\p{L})управ[аы](?!\p{L})|дирекци|прокуратур|полици|(?<!\p{L})(?:гб?у|мб?у|моу|мку|муп|гуп|ооо|ао)(?!\p{L})|ministry|department|agency|office|bureau|authority|council|board/iu;
const placeWords = /район|округ|поселени|сельсовет|город|село|district|borough|ward|county/iu;

/** "Январь 2026", "I квартал": periods group rows too, and name nothing that an appeal belongs to. */
const isPeriod = (label: string): boolean =>
  /квартал|полугоди|quarter|\b(?:19|20)\d{2}\b/iu.test(label) ||
  label.split(/\s+/u).some((word) => monthNumber(word) !== null);

/**
 * Watches the rows of a table for headings over groups: nothing but a name in a row, above every row of data, and under each of
 * them some. Headings of two levels cannot be told apart and are none.
 */
export class GroupWatch {
  readonly #width: number;
  readonly #labels = new Map<string, number>();
  /** The heading that stands above the row before, and the rows under it so far. */
  #heading: string | null = null;
  #under = 0;
  #isPlain = true;

  /** @param width number of columns */
  constructor(width: number) {
    this.#width = width;
  }

  /** @param isData whether the intake would read the row as one of the register */
  add(cells: readonly string[], isData: boolean): void {
    const heading = headingOf(cells, this.#width);
    if (heading !== null) {
      if (this.#heading !== null && this.#under === 0) this.#isPlain = false;
      this.#heading = heading;
      this.#under = 0;
    } else if (isData) {
      if (this.#heading === null) this.#isPlain = false;
      else this.#labels.set(this.#heading, (this.#labels.get(this.#heading) ?? 0) + 1);
      this.#under += 1;
    }
  }

  /** @returns null where rows are not grouped so */
  headings(): GroupHeadings | null {
    const names = [...this.#labels.keys()];
    if (
      !this.#isPlain ||
      names.length < fewestHeadings ||
      names.every(isPeriod) ||
      names.filter(looksLikePerson).length > names.length / 2
    )
      return null;
    const share = (words: RegExp): number => names.filter((name) => words.test(name)).length / names.length;
    return {
      labels: this.#labels,
      field: share(agencyWords) >= 0.5 ? "agency" : share(placeWords) >= 0.5 ? "place" : null,
    };
  }
}
