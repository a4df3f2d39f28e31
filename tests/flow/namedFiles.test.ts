import { expect, test } from "vitest";
import { factsOf } from "./portal.ts";

const source = `title: Письма
files: ['*.csv']
channel: letter
columns: { id: id, received: received }
`;
const table = "id,received\n1,2026-10-01\n2,2026-10-02\n";

test("an export that is called after a person stops the build before anything is told, and its name is not repeated", async () => {
  const error: unknown = await factsOf(source, { "2026-10-31/Письма_Лопухова_Зинаида_Павловна.csv": table }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({
    code: "FILE_NAMES_PERSON",
    places: [{ file: "exports/2026-10-31" }],
    details: { count: 1 },
  });
  await expect(factsOf(source, { "2026-10-31/Письма_за_октябрь.csv": table })).resolves.toMatchObject({
    edition: { published: 2 },
  });
});

test("the files of a data set are published by their paths in it: a folder that is called after a person stops the build", async () => {
  const files = { "2026-10-31/a.csv": table, "2026-10-31/letters/author=Лопухова Зинаида Павловна/a.parquet": "PAR1" };
  await expect(factsOf(source, files)).rejects.toMatchObject({ code: "FILE_NAMES_PERSON" });
});
