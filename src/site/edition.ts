import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { publicAppealSchema } from "../model/appeal.ts";
import { factsSchema, type Facts } from "../model/facts.ts";
import { withRepeats } from "../model/singleChannel.ts";

/** An appeal as pages see it: read from the edition, where only the privacy gate could have put it. */
export type PublishedAppeal = z.infer<typeof publicAppealSchema>;

function folder(): string {
  const path = process.env["OTKLIK_EDITION"];
  if (!path) throw new Error("OTKLIK_EDITION is not set: it names the edition folder that the pages are rendered from");
  return path;
}

let facts: Facts | undefined;
let appeals: PublishedAppeal[] | undefined;

/**
 * All figures of the edition (facts.json), checked against the contract once.
 *
 * @throws Error naming the fields that break the contract
 */
export function readFacts(): Facts {
  if (facts) return facts;
  const result = factsSchema.safeParse(JSON.parse(readFileSync(join(folder(), "facts.json"), "utf8")));
  if (!result.success) throw new Error(`facts.json breaks the contract of the edition:\n${z.prettifyError(result.error)}`);
  return (facts = withRepeats(result.data));
}

/** The public appeals, newest first; none where the portal publishes figures only. */
export function readAppeals(): PublishedAppeal[] {
  if (appeals) return appeals;
  const path = join(folder(), "appeals.ndjson");
  if (!existsSync(path)) return (appeals = []);
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  return (appeals = lines.map((line) => publicAppealSchema.parse(JSON.parse(line))));
}
