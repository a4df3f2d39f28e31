import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import type { ZodType } from "zod";
import {
  apiComparisonsSchema,
  apiDefinitionsSchema,
  apiEditionSchema,
  apiListSchema,
  apiSubjectSchema,
  apiVocabularySchema,
} from "../../model/api.ts";
import { cubeEditionsSchema, cubeFileSchema, cubeIndexSchema } from "../../model/tableCube.ts";
import type { Facts } from "../../model/facts.ts";
import { codebookWords } from "../../words/codebookWords.ts";
import type { Voice } from "../../words/language.ts";
import { apiFolders } from "./apiFiles.ts";

/** The schema of each file of the API, by its path below /api/v1/; {code} stands for a code of the vocabulary. */
export const apiPaths: Readonly<Record<string, ZodType>> = {
  "edition.json": apiEditionSchema,
  "vocabulary.json": apiVocabularySchema,
  "definitions.json": apiDefinitionsSchema,
  "comparisons.json": apiComparisonsSchema,
  "region.json": apiSubjectSchema,
  ...(Object.fromEntries(
    Object.values(apiFolders).flatMap((folder) => [
      [`${folder}.json`, apiListSchema],
      [`${folder}/{code}.json`, apiSubjectSchema],
    ]),
  ) as Record<string, ZodType>),
  "table/editions.json": cubeEditionsSchema,
  "table/{edition}/index.json": cubeIndexSchema,
  "table/{edition}/{channel}/{file}.json": cubeFileSchema,
};

/** Addresses with more than a code in them. */
const summaries: Readonly<Record<string, "api.table" | "api.table_file" | "api.table_editions">> = {
  "table/editions.json": "api.table_editions",
  "table/{edition}/index.json": "api.table",
  "table/{edition}/{channel}/{file}.json": "api.table_file",
};

/** What stands for what in an address; nothing where it is one file. */
function parametersOf(path: string): { parameters?: ZodOpenApiOperationObject["parameters"] } {
  const names = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name!);
  if (names.length === 0) return {};
  return {
    parameters: names.map((name) => ({
      ...{ name, in: "path", required: true },
      schema: { type: "string", pattern: name === "file" ? "^[A-Za-z_]+$" : "^[a-z0-9-]+$" },
    })),
  };
}

/** The description of the static API (OpenAPI 3.1), made of the very schemas that its files are checked by. */
export function openApi({ portal, edition }: Facts, voice: Voice): object {
  const say = codebookWords(voice.language);
  const home = portal.address.replace(/\/?$/u, "/");
  const operation = ([path, schema]: [string, ZodType]): [string, object] => [
    `/${path}`,
    {
      get: {
        operationId: path
          .replace(/\.json$/u, "")
          .replace(/\W+/gu, "_")
          .replace(/_$/u, ""),
        summary: say(
          summaries[path] ?? (`api.${path.replace("/{code}.json", "_one").replace(".json", "")}` as "api.edition"),
        ),
        ...parametersOf(path),
        responses: {
          200: { description: say("api.answer"), content: { "application/json": { schema } } },
        },
      },
    },
  ];
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: `${portal.title}: ${portal.region.name}`,
      version: edition.date,
      description: say("api.text"),
      license: { name: portal.licence.name, url: portal.licence.address },
      contact: { name: portal.publisher.name, email: portal.publisher.email },
    },
    servers: [{ url: `${home}api/v1` }],
    paths: Object.fromEntries(Object.entries(apiPaths).map(operation)) as ZodOpenApiPathsObject,
  });
}
