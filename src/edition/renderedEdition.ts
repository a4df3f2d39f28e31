import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Crossings } from "../model/crossings.ts";
import type { DownloadFile } from "../model/downloads.ts";
import type { Editions } from "../model/editions.ts";
import type { Facts } from "../model/facts.ts";
import type { Replies } from "../model/replies.ts";
import { appealsFile } from "./editionFiles.ts";
import type { Reviews } from "../model/reviews.ts";
import { listedAppeal, type ListedAppeal } from "./listedAppeal.ts";
import {
  readAppeals,
  readCrossings,
  readEditions,
  readFacts,
  readKeptPress,
  readReviewFiles,
  readReviews,
  readReplies,
  readDownloads,
} from "./readEdition.ts";

/** The edition that the pages of this run are rendered from: each of its files is read once. */

function folder(): string {
  const path = process.env["OTKLIK_EDITION"];
  if (!path) throw new Error("OTKLIK_EDITION is not set: it names the edition folder that the pages are rendered from");
  return path;
}

let facts: Facts | undefined;
let appeals: ListedAppeal[] | undefined;
let editions: Editions | undefined;
let reviews: Reviews | undefined;
let crossings: Crossings | undefined;
let replies: Replies | undefined;
let downloads: DownloadFile[] | undefined;
let reviewFiles: Map<string, DownloadFile> | undefined;
let kept: string[] | undefined;

/** All its figures. */
export function renderedFacts(): Facts {
  return (facts ??= readFacts(folder()));
}

/** All editions up to it, oldest first. */
export function renderedEditions(): Editions {
  return (editions ??= readEditions(folder()));
}

/** Whether the site keeps what the press had in the edition of a day. */
export function renderedPressOf(date: string): boolean {
  return (kept ??= readKeptPress(folder())).includes(date);
}

/** Its reviews. */
export function renderedReviews(): Reviews {
  return (reviews ??= readReviews(folder()));
}

/** Its documents and workbooks of reviews, by their paths from the root of the portal; none where they are not written yet. */
export function renderedReviewFiles(): ReadonlyMap<string, DownloadFile> {
  return (reviewFiles ??= new Map(readReviewFiles(folder()).map((file) => [file.path, file])));
}

/** What people of one place wrote on one topic. */
export function renderedCrossings(): Crossings {
  return (crossings ??= readCrossings(folder()));
}

/** What its replies say. */
export function renderedReplies(): Replies {
  return (replies ??= readReplies(folder()));
}

/** Its files that can be taken away; none where they are not written yet. */
export function renderedDownloads(): DownloadFile[] {
  return (downloads ??= readDownloads(folder()));
}

/**
 * Its appeals as lists show them, newest first; none where the portal publishes figures only. Their texts are stamped into
 * their own pages by appeals/appealPages.ts: a million of them would not fit into the memory of a renderer.
 */
export function renderedAppeals(): ListedAppeal[] {
  return (appeals ??= existsSync(join(folder(), appealsFile)) ? readListed() : []);
}

function readListed(): ListedAppeal[] {
  const listed: ListedAppeal[] = [];
  for (const group of readAppeals(folder())) for (const appeal of group) listed.push(listedAppeal(appeal));
  return listed;
}
