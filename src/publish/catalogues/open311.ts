import type { PublicAppeal } from "../../model/appeal.ts";
import { isClosed } from "../../model/events/closing.ts";
import type { AnyFacts } from "../../model/facts.ts";
import { dayOfIsoDate } from "../../model/moment.ts";
import { nameOf } from "../downloads/subjectTable.ts";
import { codeInWords } from "../../codebook/codeLists.ts";
import type { Voice } from "../../words/language.ts";

/** What one answer of GeoReport v2 holds at most: requests of ninety days, and a thousand of them (https://wiki.open311.org/GeoReport_v2/). */
export const mostRequests = 1000;
const mostDays = 90;

export type Open311Fields = Readonly<Record<string, string | boolean>>;

/** The topics as services of Open311. */
export function open311Services({ vocabulary: { topics } }: AnyFacts): Open311Fields[] {
  const parents = new Map(topics.map(({ code, name }) => [code, name]));
  return topics.map(({ code, name, parent }) => ({
    service_code: code,
    service_name: name,
    description: name,
    metadata: false,
    type: "realtime",
    keywords: "",
    group: (parent === null ? undefined : parents.get(parent)) ?? name,
  }));
}

/** Whether an appeal belongs to the newest answer. @param edition day of the newest export */
export function isRecent({ received }: Pick<PublicAppeal, "received">, edition: string): boolean {
  const age = dayOfIsoDate(edition) - dayOfIsoDate(received.slice(0, 10));
  return age >= 0 && age < mostDays;
}

/** RFC 3339, as the standard wants it; of a bare date the beginning of the day where the portal is. */
const datetime = (moment: string, offsetAt: (instant: number) => number): string => {
  if (moment.length > 10) return moment.replace(/(T\d{2}:\d{2})(?=[+\-Z])/u, "$1:00");
  const minutes = offsetAt(Date.parse(`${moment}T12:00:00Z`));
  const two = (number: number): string => String(Math.floor(number)).padStart(2, "0");
  const offset = `${minutes < 0 ? "-" : "+"}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
  return `${moment}T00:00:00${minutes === 0 ? "Z" : offset}`;
};

/**
 * An appeal as a request of Open311. The standard has no time of closing: updated_datetime is the last thing known to have
 * happened. It has no agency's deadline in working hours either: expected_datetime is left out.
 */
export function open311Request(
  appeal: PublicAppeal,
  facts: AnyFacts,
  voice: Voice,
  offsetAt: (instant: number) => number,
): Open311Fields {
  const { id, topic, agency, place, received, firstReply, closed, reopened, confirmed, outcome, text } = appeal;
  const home = facts.portal.address.replace(/\/?$/u, "/");
  const moments = [received, firstReply, closed, reopened, confirmed ?? null]
    .filter((moment) => moment !== null)
    .map((moment) => datetime(moment, offsetAt));
  const latest = moments.reduce((one, other) => (Date.parse(other) > Date.parse(one) ? other : one));
  return {
    service_request_id: id,
    status: isClosed(appeal) ? "closed" : "open",
    status_notes: codeInWords("outcome", outcome, voice),
    service_name: topic === null ? "" : nameOf(facts, "topic", topic),
    service_code: topic ?? "",
    description: text ?? "",
    agency_responsible: agency === null ? "" : nameOf(facts, "agency", agency),
    service_notice: `${home}appeals/${id}/`,
    requested_datetime: moments[0]!,
    updated_datetime: latest,
    address: place === null ? "" : nameOf(facts, "place", place),
  };
}

/** What XML 1.0 cannot hold, and marks that turn the direction of what follows. */
const unwanted = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu;
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (value: string): string => value.replace(unwanted, "").replace(/[&<>]/gu, (sign) => entities[sign]!);

/** The same as XML, the form that the standard requires: <services><service>…</service></services>. */
export function open311Xml(list: "services" | "service_requests", items: readonly Open311Fields[]): string {
  const item = list === "services" ? "service" : "request";
  const lines = items.map(
    (fields) =>
      `<${item}>\n${Object.entries(fields)
        .map(([name, value]) => `<${name}>${escaped(String(value))}</${name}>\n`)
        .join("")}</${item}>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<${list}>\n${lines.join("")}</${list}>\n`;
}
