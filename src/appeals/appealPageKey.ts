import { hash } from "node:crypto";
import type { PublicAppeal } from "../model/appeal.ts";
import type { Facts } from "../model/facts.ts";
import { appealAdvice } from "./appealAdvice.ts";
import { appealWaits } from "./appealWait.ts";
import type { AppealPageSetting } from "./appealPageSetting.ts";
import type { ListedAppeal } from "../edition/listedAppeal.ts";

/** Everything beside the appeals that decides what their pages say. @param code stands for the code that makes them */
export function pagesKey({ portal, vocabulary, norms, subjects, help }: Facts, frame: string, code: string): string {
  const withPages = subjects.map(({ dimension, code: subject, periods }) => [
    dimension,
    subject,
    dimension === "region" ? periods.all.measures.channels : null,
  ]);
  return keyOf(JSON.stringify([code, portal, vocabulary, norms, withPages, help]), frame);
}

/** Everything that a list, or its own page, tells of one appeal. */
export function appealKey(appeal: ListedAppeal | PublicAppeal): string {
  // The moment until which an appeal was followed is another one in every edition. No page tells it, but for what is waited for.
  return keyOf(JSON.stringify({ ...appeal, followedUntil: appeal.followedUntil !== undefined }));
}

/**
 * What decides the page of one appeal: itself, those it is shown beside, what earlier editions had otherwise, how much of
 * what is usual in its agency stands beside it, how many appeals were given its reply, and, while something is waited for, until
 * when it was followed and what is ahead.
 *
 * @param similar what appealKey gives of them, as they are listed
 */
export function appealPageKey(
  appeal: PublicAppeal,
  similar: readonly string[],
  {
    histories,
    usualCount,
    groupSizes,
    outlook,
  }: Pick<AppealPageSetting, "histories" | "usualCount" | "groupSizes" | "outlook">,
  edition: string,
): string {
  const waits = appealWaits(appeal, edition);
  const isOver = waits.every(({ state }) => state !== "waiting");
  return keyOf(
    [
      appealKey(appeal),
      ...similar,
      JSON.stringify(histories.get(appeal.id) ?? null),
      usualCount(appeal.agency, appeal.channel),
      groupSizes?.get(appeal.replyGroup ?? "") ?? 0,
      isOver ? "" : (appeal.followedUntil ?? edition),
      JSON.stringify(outlook(appeal, waits)),
    ].join(" "),
  );
}

/**
 * What decides an appeal in a bundle: itself, what earlier editions had otherwise, how much of what is usual in its agency
 * stands beside it, whether its reply was given to others, whether the norm of what is waited for has passed, and what is advised then.
 */
export function appealArticleKey(
  appeal: PublicAppeal,
  {
    facts,
    histories,
    usualCount,
    groupSizes,
  }: Pick<AppealPageSetting, "histories" | "usualCount" | "groupSizes"> & { facts: Pick<Facts, "help" | "portal"> },
  edition: string,
): string {
  const waits = appealWaits(appeal, edition);
  const norms = waits.map(({ state, inNorm }) => (state === "waiting" ? inNorm : null));
  return keyOf(
    [
      appealKey(appeal),
      JSON.stringify(histories.get(appeal.id) ?? null),
      usualCount(appeal.agency, appeal.channel),
      groupSizes?.has(appeal.replyGroup ?? "") ?? false,
      JSON.stringify([norms, appealAdvice(appeal, waits, facts)]),
    ].join(" "),
  );
}

/** A short name for contents. */
export function keyOf(...parts: readonly (string | Uint8Array)[]): string {
  return parts.length === 1
    ? hash("sha1", parts[0]!, "base64url")
    : hash("sha1", parts.map((part) => hash("sha1", part, "base64url")).join(" "), "base64url");
}
