import { basename } from "node:path";
import { looksLikePerson } from "../../model/personName.ts";
import type { Source } from "../../model/source.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import { FileFault } from "../fileFault.ts";
import { openFile } from "../format/openFile.ts";
import type { Part } from "../format/part.ts";
import type { Inspection, InspectionFault } from "./inspection.ts";
import { inspectPart } from "./inspectPart.ts";

/**
 * Looks at every table of a file, each read to its end.
 *
 * @param isPerson whether a label names a person; left out: by its shape alone, without a dictionary
 * @param latest civil day after which no date is believed; given, the last day of the data is found too
 */
export async function inspectFile(
  path: string,
  sources: readonly Source[],
  vocabulary: Vocabulary,
  latest: number | null = null,
  isPerson: (label: string) => boolean = looksLikePerson,
): Promise<(Inspection | InspectionFault)[]> {
  const name = basename(path);
  let parts: Part[];
  try {
    parts = (await openFile(path)).parts;
  } catch (cause) {
    if (cause instanceof FileFault) return [{ file: name, fault: cause }];
    throw cause;
  }
  const results: (Inspection | InspectionFault)[] = [];
  for (const part of parts) {
    try {
      results.push(await inspectPart(part, name, { sources, vocabulary, latest, isPerson }));
    } catch (cause) {
      if (!(cause instanceof FileFault)) throw cause;
      results.push({ file: name + part.suffix, fault: cause });
    }
  }
  return results;
}
