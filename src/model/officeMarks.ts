import { z } from "zod";

/**
 * What an office's own register marks of an appeal, yes or no, for the reviews that it must publish: from several people
 * together · repeated · put under control · checked with a visit to the place · made at a reception in person · sent on by a
 * higher body. Only what an export says: an empty cell says nothing.
 */
export const officeMarks = ["collective", "repeated", "onControl", "visited", "reception", "fromAbove"] as const;
export type OfficeMark = (typeof officeMarks)[number];

export const officeMarksSchema = z.partialRecord(z.enum(officeMarks), z.boolean());
export type OfficeMarks = z.infer<typeof officeMarksSchema>;

/** «collective:yes repeated:no», in the order of the list; "" where nothing is said. */
export function writeMarks(marks: OfficeMarks): string {
  return officeMarks
    .flatMap((mark) => (marks[mark] === undefined ? [] : [`${mark}:${marks[mark] ? "yes" : "no"}`]))
    .join(" ");
}

/** Reads what writeMarks wrote. */
export function readMarks(text: string): OfficeMarks {
  return Object.fromEntries(
    text
      .split(" ")
      .filter(Boolean)
      .map((mark) => [mark.slice(0, mark.indexOf(":")), mark.endsWith(":yes")]),
  );
}
