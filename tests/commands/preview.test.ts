import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";

// Unit tests share their modules: a server that never stops is replaced for these commands alone.
let main: (given: readonly string[]) => Promise<void>;
beforeAll(async () => {
  vi.resetModules();
  vi.doMock("../../src/publish/preview.ts", () => ({
    servePreview: () => Promise.resolve({ address: "http://127.0.0.1:50123/", port: 50_123 }),
  }));
  ({ main } = await import("../../scripts/commands/main.ts"));
});
afterAll(() => {
  vi.doUnmock("../../src/publish/preview.ts");
  vi.resetModules();
});

const said = { out: "", err: "" };
let site = "";
beforeEach(async () => {
  [said.out, said.err] = ["", ""];
  vi.spyOn(console, "log").mockImplementation((text: string) => void (said.out += `${text}\n`));
  vi.spyOn(console, "error").mockImplementation((text: string) => void (said.err += `${text}\n`));
  vi.stubEnv("LC_ALL", "en_GB.UTF-8");
  site = await mkdtemp(join(tmpdir(), "otklik-preview-"));
  await writeFile(join(site, "index.html"), "");
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await rm(site, { recursive: true });
});

test("another port than the one asked for is told; the output is the address alone", async () => {
  await main(["preview", "--out", site, "--port", "4391"]);
  expect(said.out).toBe("http://127.0.0.1:50123/\n");
  expect(said.err).toContain("Port 4391 is taken; the portal is served at port 50123.");
});

test.each(["50123", "0"])("where the port is the one that was asked for (%s) nothing is taken", async (port) => {
  await main(["preview", "--out", site, "--port", port]);
  expect(said.out).toBe("http://127.0.0.1:50123/\n");
  expect(said.err).toBe("Ctrl-C stops it.\n");
});
