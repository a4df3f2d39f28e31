import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type PublishedAppeal } from "../model/appeal.ts";
import { factsSchema, type Facts } from "../model/facts.ts";
import { withRepeats } from "../model/singleChannel.ts";
import { listedAppeal, type ListedAppeal } from "./listedAppeal.ts";
import { linesOf } from "./linesOf.ts";

function folder(): string {
  const path = process.env["OTKLIK_EDITION"];
  if (!path) throw new Error("OTKLIK_EDITION is not set: it names the edition folder that the pages are rendered from");
  return path;
}

let facts: Facts | undefined;
let appeals: ListedAppeal[] | undefined;

/**
 * All figures of the edition (facts.json), checked against the contract once.
 *
 * @throws Error naming the fields that break the contract
 */
export function readFacts(): Facts {
  if (facts) return facts;
  const result = factsSchema.safeParse(JSON.parse(readFileSync(join(folder(), "facts.json"), "utf8")));
  if (!result.success)
    throw new Error(`facts.json breaks the contract of the edition:\n${z.prettifyError(result.error)}`);
  return (facts = withRepeats(result.data));
}

/**
 * The public appeals as lists show them, newest first; none where the portal publishes figures only. Their texts are
 * stamped into their own pages by appeals/appealPages.ts: a million of them would not fit into the memory of a renderer.
 */
export function readAppeals(): ListedAppeal[] {
  if (appeals) return appeals;
  const path = join(folder(), "appeals.ndjson");
  if (!existsSync(path)) return (appeals = []);
  return (appeals = Array.from(linesOf(path), (line) => listedAppeal(JSON.parse(line) as PublishedAppeal)));
}
