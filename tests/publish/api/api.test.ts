import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { apiFiles } from "../../../src/publish/api/apiFiles.ts";
import { apiPaths, openApi } from "../../../src/publish/api/openApi.ts";
import { createVoice } from "../../../src/words/language.ts";
import { comparedFacts } from "../../charts/comparedFacts.ts";

const facts = comparedFacts();
const files = new Map(apiFiles(facts));
const described = JSON.parse(JSON.stringify(openApi(facts, createVoice("en")))) as {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, { get: { responses: { 200: { content: { "application/json": { schema: object } } } } } }>;
  components: { schemas: Record<string, object> };
};
const patternOf = (path: string): string =>
  path
    .replace(/^(agencies|topics|places|channels)\/.*$/u, "$1/{code}.json")
    .replace(/^table\/[^/]+\/index\.json$/u, "table/{edition}/index.json")
    .replace(/^table\/[^/]+\/[^/]+\/.*$/u, "table/{edition}/{channel}/{file}.json");

describe("the static API", () => {
  test("holds exactly the facts that pages are drawn from, each subject in a file of its own", () => {
    const subjects = [...files.values()].flatMap((file) => ("subject" in file ? [file.subject] : []));
    expect(subjects).toEqual(facts.subjects.filter(({ code, dimension }) => code !== "" || dimension === "region"));
    expect(files.get("comparisons.json")).toEqual({ edition: facts.edition.date, comparisons: facts.comparisons });
    expect(files.get("agencies.json")).toMatchObject({
      subjects: [{ code: "fast", file: "agencies/fast.json" }, {}, {}],
    });
  });

  test("names no appeal that was taken down or back", () => {
    const id = "7fk2m9q4xw";
    const down = { ...facts.edition, takedowns: [{ id, reason: "other" as const, date: "2026-11-02" }] };
    const back = { ...down, takenBack: [{ id, date: "2026-11-02" }] };
    const edition = new Map(apiFiles({ ...facts, edition: back })).get("edition.json");
    expect(JSON.stringify(edition)).not.toContain(id);
    expect(edition).toHaveProperty("edition.published", facts.edition.published);
  });

  test("is described whole, by OpenAPI 3.1, and every file is as its description says", () => {
    expect(described.openapi).toBe("3.1.0");
    expect(described.servers).toEqual([{ url: "https://example.org/otklik/api/v1" }]);
    expect(Object.keys(described.paths)).toEqual(Object.keys(apiPaths).map((path) => `/${path}`));
    const ajv = new Ajv2020({ strict: false, validateFormats: false, inlineRefs: false });
    ajv.addSchema({ $id: "api", components: described.components });
    // Files of one kind share what checks them.
    const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
    const validators = new Map(
      Object.entries(described.paths).map(([path, { get }]) => {
        const text = JSON.stringify(get.responses[200].content["application/json"].schema).replaceAll('"#/', '"api#/');
        const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text) as object);
        compiled.set(text, validate);
        return [path, validate] as const;
      }),
    );
    const faults = [...files].flatMap(([path, content]) => {
      const validate = validators.get(`/${patternOf(path)}`)!;
      return validate(JSON.parse(JSON.stringify(content))) ? [] : [{ path, errors: validate.errors }];
    });
    expect(faults).toEqual([]);
    const region = validators.get("/region.json")!;
    expect(region({ ...files.get("region.json"), surplus: 1 })).toBe(false);
    expect(region({ edition: facts.edition.date })).toBe(false);
  });
});
