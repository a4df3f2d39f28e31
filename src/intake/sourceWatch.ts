import type { Appeal } from "../model/appeal.ts";
import type { SourceCompleteness } from "../model/facts.ts";
import type { Finding, FindingCode } from "../model/finding.ts";
import { dayOfIsoDate } from "../model/moment.ts";
import type { Source, SourceField } from "../model/source.ts";
import { completenessFindings, CompletenessTally } from "./completeness.ts";
import { lackingFields } from "./lackingFields.ts";
import { IdWatch } from "./idWatch.ts";

/** What is known of one source over all its files and editions. */
interface Watched {
  source: Source;
  /** Fields that its columns feed, with the first edition in which they did. */
  recorded: Map<SourceField, string>;
  /** The same of what the tally holds: the newest export, or all deltas. */
  tallied: Set<SourceField>;
  ids: IdWatch;
  tally: CompletenessTally;
  edition: string;
  files: Set<string>;
  /** Rows of earlier snapshots that were absent from the next one. */
  vanished: number;
  /** How many exports the tally holds: more than one only of deltas. */
  summed: number;
}

/** The same as plain values. */
type KeptWatch = Omit<Watched, "ids" | "tally"> & { ids: IdWatch["kept"]; counted: CompletenessTally["counted"] };

/** Watches every source through the editions: what comes again, what is gone, and how whole the newest export is. */
export class SourceWatch {
  readonly #sources: Map<string, Watched>;
  readonly #findings: Finding[];

  /** @param kept what was seen of earlier editions; left out: there are none */
  constructor(kept?: SourceWatch["kept"]) {
    this.#findings = kept?.findings ?? [];
    this.#sources = new Map(
      (kept?.sources ?? []).map(({ ids, counted, ...watched }) => [
        watched.source.name,
        { ...watched, ids: IdWatch.of(ids), tally: new CompletenessTally(counted) },
      ]),
    );
  }

  get kept(): { findings: Finding[]; sources: KeptWatch[] } {
    return {
      findings: this.#findings,
      sources: [...this.#sources.values()].map(({ ids, tally, ...watched }) => ({
        ...watched,
        ids: ids.kept,
        counted: tally.counted,
      })),
    };
  }

  /** Announces a table of a source. A snapshot begins anew with each edition, a delta goes on. */
  enter(source: Source, fields: readonly SourceField[], edition: string, file: string): (appeal: Appeal) => void {
    let watched = this.#sources.get(source.name);
    if (watched === undefined) {
      watched = {
        source,
        recorded: new Map(),
        tallied: new Set(),
        ids: new IdWatch(),
        tally: new CompletenessTally(),
        edition,
        files: new Set(),
        vanished: 0,
        summed: 1,
      };
      watched.tally.exportedOn(dayOfIsoDate(edition));
      this.#sources.set(source.name, watched);
    } else if (watched.edition !== edition) {
      this.#leave(watched);
      watched.ids.nextEdition();
      if (source.kind === "snapshot") {
        watched.tally = new CompletenessTally();
        watched.tallied.clear();
      } else watched.summed += 1;
      watched.tally.exportedOn(dayOfIsoDate(edition));
      watched.edition = edition;
      watched.files.clear();
    }
    watched.files.add(file);
    for (const field of fields) {
      watched.tallied.add(field);
      if (!watched.recorded.has(field)) watched.recorded.set(field, edition);
    }
    const { ids, tally } = watched;
    return (appeal) => {
      ids.add(appeal.id);
      tally.add(appeal);
    };
  }

  /** Where the findings about a source's edition belong: its file, or the edition's folder where it has several. */
  #place({ edition, files }: Watched): string {
    const [file, ...others] = files;
    return file !== undefined && others.length === 0 ? `${edition}/${file}` : edition;
  }

  #leave(watched: Watched): void {
    const { source, ids } = watched;
    const file = this.#place(watched);
    if (ids.repeated > 0) this.#tell("ID_REPEATED", file, ids.repeated);
    const vanished = source.kind === "snapshot" ? ids.vanished : 0;
    if (vanished > 0) this.#tell("ROW_VANISHED", file, vanished);
    watched.vanished += vanished;
  }

  #tell(code: FindingCode, file: string, count: number, column?: string): void {
    this.#findings.push({ code, file, ...(column === undefined ? {} : { column }), ...(count === 1 ? {} : { count }) });
  }

  /** @param lastEdition ISO date of the newest edition */
  finish(lastEdition: string): {
    findings: Finding[];
    recorded: Record<string, SourceField[]>;
    recordedSince: Record<string, Partial<Record<SourceField, string>>>;
    lacking: Record<string, SourceField[]>;
    deltas: string[];
    completeness: SourceCompleteness[];
  } {
    const recorded: Record<string, SourceField[]> = {};
    const recordedSince: Record<string, Partial<Record<SourceField, string>>> = {};
    const lacking: Record<string, SourceField[]> = {};
    const completeness: SourceCompleteness[] = [];
    for (const [name, watched] of [...this.#sources].sort(([left], [right]) => (left < right ? -1 : 1))) {
      this.#leave(watched);
      const file = this.#place(watched);
      if (watched.edition < lastEdition && watched.source.kind === "snapshot") this.#tell("SOURCE_ABSENT", file, 1);
      const { halfDays, negativeHours, tellsEnding, ...result } = watched.tally.result(name, watched.edition);
      if (watched.tally.counted.rows > 0) {
        completeness.push({
          ...result,
          ...(watched.summed > 1 ? { summed: watched.summed } : {}),
          title: watched.source.title,
          vanished: watched.vanished,
          tellsClosings: tellsEnding || watched.tallied.has("closed"),
          tellsReplies: watched.tallied.has("reply"),
        });
        for (const { code, column, count } of completenessFindings({
          ...result,
          halfDays,
          negativeHours,
          tellsEnding,
        })) {
          this.#tell(code, file, count, column);
        }
      }
      lacking[name] = lackingFields(watched.recorded.keys(), watched.source.channel !== undefined);
      recorded[name] = [...watched.recorded.keys()];
      recordedSince[name] = Object.fromEntries(watched.recorded);
    }
    const deltas = Object.keys(recorded).filter((name) => this.#sources.get(name)?.source.kind === "delta");
    return { findings: this.#findings, recorded, recordedSince, lacking, deltas, completeness };
  }
}
