import { createServer } from "node:http";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { servePreview, type Preview } from "../../src/publish/preview.ts";

let folder: string;
let preview: Preview;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "preview-"));
  mkdirSync(join(folder, "agencies"));
  writeFileSync(join(folder, "index.html"), "first");
  writeFileSync(join(folder, "404.html"), "not here");
  writeFileSync(join(folder, "agencies", "index.html"), "agencies");
  mkdirSync(join(folder, "en"));
  writeFileSync(join(folder, "en", "404.html"), "not there");
  writeFileSync(join(folder, "table.csv"), "a,b\n");
  writeFileSync(join(folder, "table.csv.gz"), "packed");
  writeFileSync(join(folder, "part.pf_index"), "binary");
  mkdirSync(join(folder, "year=2026"));
  writeFileSync(join(folder, "year=2026", "part-0.parquet"), "part");
  preview = await servePreview({ folder, base: "/otklik", port: 0 });
});

afterAll(async () => {
  await preview.close();
  rmSync(folder, { recursive: true });
});

async function get(path: string): Promise<{ status: number; type: string | null; body: string; url: string }> {
  const response = await fetch(new URL(path, preview.address));
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    body: await response.text(),
    url: response.url,
  };
}

test("the portal stands under its base path, and the root leads there", async () => {
  expect(new URL(preview.address).pathname).toBe("/otklik/");
  expect(await get("")).toMatchObject({ status: 200, type: "text/html;charset=utf-8", body: "first" });
  expect((await get("/")).body).toBe("first");
});

test("a folder's page is found without its slash, and the query survives", async () => {
  expect(await get("agencies/")).toMatchObject({ status: 200, body: "agencies" });
  expect((await get("agencies?sort=wait")).url).toMatch(/\/otklik\/agencies\/\?sort=wait$/);
});

test("what is not there is answered by the portal's own page", async () => {
  expect(await get("nothing/")).toMatchObject({ status: 404, body: "not here" });
  expect(await get("en/nothing/")).toMatchObject({ status: 404, body: "not there" });
  expect(await get("tt/nothing/")).toMatchObject({ status: 404, body: "not here" });
  expect(await get("/elsewhere/")).toMatchObject({ status: 404, body: "not here" });
  expect((await get("../../etc/passwd")).status).toBe(404);
});

test("files have the types that browsers need, and a packed file stays packed", async () => {
  expect((await get("table.csv")).type).toBe("text/csv;charset=utf-8");
  expect(await get("table.csv.gz")).toMatchObject({ type: "application/gzip", body: "packed" });
  expect((await get("part.pf_index")).type).toBe("application/octet-stream");
});

test("a name with a mark in it is found however its address is written", async () => {
  for (const path of ["year=2026/part-0.parquet", "year%3D2026/part-0.parquet", "year%3d2026/part-0.parquet"])
    expect(await get(path), path).toMatchObject({ status: 200, body: "part" });
  expect((await get("year%253D2026/part-0.parquet")).status).toBe(404);
});

test("another free port is taken where the usual one is occupied", async () => {
  const occupant = createServer();
  await new Promise<void>((resolve) => occupant.listen(0, "127.0.0.1", resolve));
  const address = occupant.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const second = await servePreview({ folder, port });
  expect(second.port).not.toBe(port);
  expect((await fetch(second.address)).status).toBe(200);
  await second.close();
  await new Promise((resolve) => occupant.close(resolve));
});
