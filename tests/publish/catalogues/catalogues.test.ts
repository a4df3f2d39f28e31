import sax from "sax";
import { describe, expect, test } from "vitest";
import type { DownloadFile } from "../../../src/model/downloads.ts";
import { dcatCatalog } from "../../../src/publish/catalogues/dcatCatalog.ts";
import {
  isRecent,
  mostRequests,
  open311Request,
  open311Services,
  open311Xml,
} from "../../../src/publish/catalogues/open311.ts";
import { requestPages } from "../../../src/publish/catalogues/requestPages.ts";
import { zoneOffsets } from "../../../src/model/zoneOffset.ts";
import { fileSections } from "../../../src/publish/verify/fileSections.ts";
import { createVoice } from "../../../src/words/language.ts";
import { appeal } from "../../search/write/sampleAppeals.ts";
import { exampleFacts } from "../../words/exampleFacts.ts";

const facts = exampleFacts();
const voice = createVoice("ru");
const files: DownloadFile[] = [
  "agencies.csv",
  "agencies.xlsx",
  "appeals.csv",
  "parquet/appeals/year=2026/part-0.parquet",
].map((path) => ({
  path,
  table: path.includes("appeals") ? "appeals" : "agencies",
  rows: 3,
  bytes: 12,
  sha256: "0a".repeat(32),
}));

describe("the DCAT-AP catalogue", () => {
  const catalog = JSON.parse(JSON.stringify(dcatCatalog(facts, files, voice))) as Record<string, unknown> & {
    "dcat:dataset": (Record<string, unknown> & { "dcat:distribution": Record<string, unknown>[] })[];
  };
  // Mandatory properties of DCAT-AP 3.0: Catalogue, Dataset, Distribution, Data Service.
  test("has every mandatory property, and those that catalogues ask for", () => {
    for (const property of ["dct:title", "dct:description", "dct:publisher"])
      expect(catalog).toHaveProperty([property]);
    expect(catalog["dcat:dataset"].map((dataset) => dataset["@id"])).toEqual([
      expect.stringMatching(/\/data\/#agencies$/u),
      expect.stringMatching(/\/data\/#appeals$/u),
    ]);
    for (const dataset of catalog["dcat:dataset"]) {
      for (const property of ["dct:title", "dct:description", "dcat:contactPoint", "dcat:theme", "dct:temporal"])
        expect(dataset).toHaveProperty([property]);
      for (const distribution of dataset["dcat:distribution"])
        for (const property of ["dcat:accessURL", "dct:format", "dct:license", "spdx:checksum"])
          expect(distribution).toHaveProperty([property]);
    }
    expect(catalog["dcat:service"]).toHaveProperty(["dcat:endpointURL"]);
  });

  // Ranges in the SHACL shapes of DCAT-AP 3.0.1 (releases/3.0.1/shacl of its repository).
  test("tells the class of everything that the profile asks a class of", () => {
    const classes: Readonly<Record<string, string>> = {
      ...{
        "dct:publisher": "foaf:Agent",
        "dct:license": "dct:LicenseDocument",
        "dct:language": "dct:LinguisticSystem",
      },
      ...{ "foaf:homepage": "foaf:Document", "foaf:page": "foaf:Document", "dcat:landingPage": "foaf:Document" },
      ...{ "dcat:theme": "skos:Concept", "dcatap:availability": "skos:Concept", "dct:temporal": "dct:PeriodOfTime" },
      ...{ "dct:format": "dct:MediaTypeOrExtent", "dcat:mediaType": "dct:MediaType", "spdx:checksum": "spdx:Checksum" },
      ...{ "spdx:algorithm": "spdx:ChecksumAlgorithm", "dct:accrualPeriodicity": "dct:Frequency" },
      ...{ "dcat:contactPoint": "vcard:Kind", "dcat:dataset": "dcat:Dataset", "dcat:service": "dcat:DataService" },
      ...{ "dcat:distribution": "dcat:Distribution" },
    };
    const typesOf = new Map<string, string[]>();
    const links: [property: string, thing: Record<string, unknown>][] = [];
    const walk = (property: string, value: unknown): void => {
      if (Array.isArray(value)) for (const one of value) walk(property, one);
      else if (typeof value === "object" && value !== null) {
        const thing = value as Record<string, unknown>;
        links.push([property, thing]);
        if (typeof thing["@id"] === "string")
          typesOf.set(thing["@id"], [
            ...(typesOf.get(thing["@id"]) ?? []),
            ...[thing["@type"] ?? []].flat().map(String),
          ]);
        for (const [name, part] of Object.entries(thing)) if (name !== "@context") walk(name, part);
      }
    };
    walk("", catalog);
    const faults = links.flatMap(([property, thing]) => {
      const wanted = classes[property];
      const types = [...[thing["@type"] ?? []].flat(), ...(typesOf.get(String(thing["@id"])) ?? [])];
      return wanted === undefined || types.includes(wanted) ? [] : [`${property}: ${wanted}`];
    });
    expect([...new Set(faults)]).toEqual([]);
    const used = new Set(links.map(([property]) => property));
    expect(Object.keys(classes).filter((property) => !used.has(property))).toEqual([]);
  });

  test("names nothing by a prefix that its context does not tell", () => {
    const prefixes = Object.keys(catalog["@context"] as object);
    const used = [...JSON.stringify({ ...catalog, "@context": 0 }).matchAll(/"([a-z]+):[A-Za-z]+"/gu)].map(
      ([, prefix]) => prefix!,
    );
    expect(used.filter((prefix) => !prefixes.includes(prefix))).toEqual([]);
  });

  test("is no name of anybody to the last look: the words of JSON-LD are not read", () => {
    const texts = [...fileSections("data/catalog.jsonld", Buffer.from(JSON.stringify(catalog)))!.plain];
    expect(texts.filter((text) => text.startsWith("@"))).toEqual([]);
  });
});

describe("Open311", () => {
  const moscow = zoneOffsets("Europe/Moscow");
  const one = appeal({
    id: "abc",
    topic: "heating",
    agency: "fast",
    received: "2026-10-03T14:05+03:00",
    closed: "2026-10-05",
    outcome: "acted",
    text: "Холодно & темно <b>\u0007",
  });

  test("tells an appeal as a request, in the standard's words", () => {
    expect(open311Request(one, facts, voice, moscow)).toMatchObject({
      service_request_id: "abc",
      status: "closed",
      service_code: "heating",
      requested_datetime: "2026-10-03T14:05:00+03:00",
      updated_datetime: "2026-10-05T00:00:00+03:00",
      service_notice: `${facts.portal.address.replace(/\/?$/u, "/")}appeals/abc/`,
    });
    expect(open311Request(appeal({ id: "x", outcome: "open", closed: null }), facts, voice, moscow)["status"]).toBe(
      "open",
    );
  });

  test("tells a bare date as the beginning of that day where the portal is, and the latest of moments of any form", () => {
    const dated = appeal({ id: "y", received: "2026-10-05", firstReply: "2026-10-05T23:30Z", closed: null });
    const told = (zone: string): unknown[] => {
      const request = open311Request(dated, facts, voice, zoneOffsets(zone));
      return [request["requested_datetime"], request["updated_datetime"]];
    };
    expect(told("America/New_York")).toEqual(["2026-10-05T00:00:00-04:00", "2026-10-05T23:30:00Z"]);
    expect(told("UTC")).toEqual(["2026-10-05T00:00:00Z", "2026-10-05T23:30:00Z"]);
    const sameDay = { ...dated, firstReply: "2026-10-05" };
    expect(open311Request(sameDay, facts, voice, moscow)["updated_datetime"]).toBe("2026-10-05T00:00:00+03:00");
  });

  test("writes XML that a strict reader takes, with the text as it was", () => {
    let text = "";
    let inside = false;
    const parser = sax.parser(true);
    parser.onopentag = ({ name }) => (inside = name === "description");
    parser.ontext = (part) => (text += inside ? part.trim() : "");
    parser.onclosetag = () => (inside = false);
    parser.write(open311Xml("service_requests", [open311Request(one, facts, voice, moscow)])).close();
    expect(text).toBe("Холодно & темно <b>");
    expect(open311Xml("services", open311Services(facts))).toContain("<service_code>heating</service_code>");
  });

  test("answers with the appeals of ninety days, none of a date that cannot be", () => {
    const days = ["2026-10-31", "2026-08-03", "2026-08-02", "2027-01-01"];
    expect(days.map((received) => isRecent({ received }, "2026-10-31"))).toEqual([true, true, false, false]);
  });

  test("lies in pages by month, none longer than an answer may be, whatever order the appeals come in", () => {
    const pages = requestPages();
    const months = ["2026-10", "2026-09"];
    const full = Array.from({ length: 2 * mostRequests + 4 }, (_, at) =>
      pages.add(months[at % 2]!, { service_request_id: String(at) }),
    ).flatMap((page) => page ?? []);
    const all = [...full, ...pages.rest()];
    expect(all.map(({ name, requests }) => [name, requests.length])).toEqual([
      ["2026-10", mostRequests],
      ["2026-09", mostRequests],
      ["2026-10-2", 2],
      ["2026-09-2", 2],
    ]);
    expect(new Set(all.flatMap(({ requests }) => requests.map((one) => one["service_request_id"]))).size).toBe(
      2 * mostRequests + 4,
    );
  });
});
