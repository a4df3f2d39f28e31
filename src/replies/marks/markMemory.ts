import type { FoundMarks } from "./readMarks.ts";

/** What was found in replies before, so that the same reply to the same question is read once. */
export interface MarkMemory {
  /**
   * @param question null where the rules do not ask what it was
   * @param common stems that name nothing; undefined comes back where one that decided then is judged otherwise now
   */
  find(reply: string, question: string | null, common: ReadonlySet<string>): FoundMarks | undefined;
  /** @param asked which stems decided, and whether they were common */
  add(reply: string, question: string | null, found: FoundMarks, asked: ReadonlyMap<string, boolean>): void;
}
