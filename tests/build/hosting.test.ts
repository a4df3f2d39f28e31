import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesBelow } from "../../src/system/filesBelow.ts";
import { servePreview } from "../../src/publish/preview.ts";
import { runCommand } from "./oneProcess.ts";
import { runScript } from "./runScript.ts";
import { csv, makeSmallPortal, rows } from "./smallPortal.ts";

const hasNginx = spawnSync("nginx", ["-v"]).error === undefined;
if (!hasNginx) process.stderr.write("SKIPPED: nginx is not installed, so its sample is not tried\n");

let folder: string;
let site: string;
let key: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "otklik-hosting-"));
  site = join(folder, "site");
  await makeSmallPortal(join(folder, "data"), { "2026-10-31/register.csv": csv(rows(0, 12)) });
  const made = await runCommand("keygen", [
    "--key",
    join(folder, "press.key"),
    "--data",
    join(folder, "data"),
    "--site",
    site,
  ]);
  expect(made.code, made.stderr).toBe(0);
  key = /RW\S{54}/.exec(made.stdout)![0];
  // Whoever publishes may keep their files to themselves; the site is for all.
  const usual = process.umask(0o077);
  const outcome = await runCommand("release", [
    "--data",
    join(folder, "data"),
    "--site",
    site,
    "--compress",
    "--key",
    join(folder, "press.key"),
  ]);
  process.umask(usual);
  expect(outcome.code, outcome.stderr).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

describe("whoever verifies a published site", () => {
  const verify = (...args: string[]) => runCommand("verify-site", args);

  test("finds it good in its folder and on the web, and the signature right", async () => {
    const local = await runScript("verify-site", [site, "--key", key], {
      LC_ALL: "",
      LC_MESSAGES: "",
      LANG: "ru_RU.UTF-8",
    });
    expect(local.code, local.stderr).toBe(0);
    expect(local.stdout).toMatch(/Сходится[^]*Подпись верна/);
    const preview = await servePreview({ folder: site, base: "/portal/", port: 0 });
    try {
      const remote = await verify(preview.address, "--key", join(folder, "press.key.pub"), "--language", "en");
      expect(remote.code, remote.stderr).toBe(0);
      expect(remote.stdout).toMatch(/All of it is as listed[^]*12 appeals[^]*signature is right/);
    } finally {
      await preview.close();
    }
  });

  test("is told which file was changed, which is missing and which was added, and of another key", async () => {
    const page = join(site, "index.html");
    const [before, method] = [await readFile(page), await readFile(join(site, "method", "index.html"))];
    await writeFile(page, `${before.toString()}<!-- -->`);
    await rm(join(site, "method", "index.html"));
    await writeFile(join(site, "added.html"), "");
    const { code, stderr } = await verify(site, "--key", key, "--language", "ru");
    expect(code).toBe(1);
    expect(stderr).toContain("index.html: не сходится");
    expect(stderr).toContain("method/index.html: нет файла");
    expect(stderr).toContain("added.html: нет в списке");
    await Promise.all([
      writeFile(page, before),
      writeFile(join(site, "method", "index.html"), method),
      rm(join(site, "added.html")),
    ]);
    await runCommand("keygen", ["--key", join(folder, "other.key")]);
    const other = await verify(site, "--key", join(folder, "other.key.pub"), "--language", "ru");
    expect(other.code).toBe(1);
    expect(other.stderr).toContain("ПОДПИСАНО ДРУГИМ КЛЮЧОМ");
  });
});

test("an upload puts data before pages and the list of checksums last, and nothing twice", async () => {
  const first = await runCommand("upload-plan", [site, "--files"]);
  const files = first.stdout.trim().split("\n");
  const at = (name: string) => files.indexOf(name);
  expect(at("data/appeals.csv")).toBeGreaterThanOrEqual(0);
  expect(at("data/appeals.csv")).toBeLessThan(at("index.html"));
  expect(at("index.html")).toBeLessThan(at("search/manifest.json"));
  expect(files.at(-2)).toBe("SHA256SUMS");
  expect(files.at(-1)).toBe("SHA256SUMS.minisig");
  const again = await runCommand("upload-plan", [site, site]);
  expect(again.stdout).toBe("");
});

test("a signing key is refused where it would be served, or where others can read it", async () => {
  const args = (file: string) => ["--data", join(folder, "data"), "--site", site, "--key", file];
  const inData = await runCommand("keygen", args(join(folder, "data", "press.key")));
  expect(inData.stderr).toContain("KEY_UNUSABLE");
  await writeFile(join(folder, "open.key"), await readFile(join(folder, "press.key")), { mode: 0o644 });
  const open = await runCommand("release", args(join(folder, "open.key")));
  expect(open.code).toBe(1);
  expect(open.stderr).toMatch(/KEY_UNUSABLE[^]*open\.key: 644/);
});

describe.skipIf(!hasNginx)(`the sample for nginx${hasNginx ? "" : " (SKIPPED: nginx is not installed)"}`, () => {
  let address: string;
  let stop: () => Promise<void>;
  let reload: () => void;
  beforeAll(async () => {
    const port = await freePort();
    const sample = await readFile(resolve(import.meta.dirname, "../../hosting/nginx.conf"), "utf8");
    const home = join(folder, "nginx");
    await mkdir(home);
    const server = sample.replace("listen 80;", `listen 127.0.0.1:${port};`).replaceAll("/srv/otklik/site", site);
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path ${home}/${name};`)
      .join("\n");
    // The server is another user than the one who publishes.
    await chmod(folder, 0o755);
    await writeFile(
      join(home, "nginx.conf"),
      `daemon off;\npid ${home}/pid;\nerror_log ${home}/error.log;\nevents {}\nhttp {\ninclude /etc/nginx/mime.types;\naccess_log off;\n${temporary}\n${server}\n}\n`,
    );
    const child = spawn("nginx", ["-p", home, "-c", join(home, "nginx.conf"), "-e", join(home, "error.log")], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (data: Buffer) => (said += data.toString()));
    reload = () => void child.kill("SIGHUP");
    stop = async () => {
      const ended = once(child, "exit");
      child.kill("SIGQUIT");
      await ended;
    };
    address = `http://127.0.0.1:${port}/`;
    for (let tries = 0; tries < 100; tries++) {
      if (
        await fetch(address).then(
          () => true,
          () => false,
        )
      )
        return;
      await setTimeout(50);
    }
    throw new Error(`nginx does not answer: ${said}`);
  });
  afterAll(() => stop());

  const firstOf = (subjects: string) =>
    readdirSync(join(site, subjects), { withFileTypes: true }).find((entry) => entry.isDirectory())!.name;
  const agency = () => firstOf("agencies");
  const headers = async (path: string, accept = "identity") =>
    (await fetch(address + path, { headers: { "accept-encoding": accept }, redirect: "manual" })).headers;

  test("serves every file of the site as it was signed", async () => {
    const { code, stdout, stderr } = await runCommand("verify-site", ["--language", "ru", address, "--key", key]);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain("Подпись верна");
  });

  test("sends what release packed, where the reader takes it", async () => {
    expect((await headers("agencies/", "gzip")).get("content-encoding")).toBe("gzip");
    expect((await headers("agencies/")).get("content-encoding")).toBe(null);
    expect((await headers("agencies/", "gzip")).get("vary")).toContain("Accept-Encoding");
  });

  test("lets what is named for its contents be kept for good, and all else be asked for again", async () => {
    const page = await (await fetch(address)).text();
    const asset = /_astro\/[^"]+\.css/.exec(page)![0];
    expect((await headers(asset)).get("cache-control")).toBe("public, max-age=31536000, immutable");
    for (const path of ["", "agencies/", "data/appeals.csv", "search/manifest.json", "no-such-page/"])
      expect((await headers(path)).get("cache-control"), path).toBe("no-cache");
  });

  test("says who may frame a page, and the other things a page cannot say", async () => {
    for (const path of ["", "data/agencies.csv", "no-such-page/"]) {
      const sent = await headers(path);
      expect(sent.get("content-security-policy"), path).toBe("frame-ancestors 'self'");
      expect(sent.get("x-content-type-options"), path).toBe("nosniff");
    }
  });

  test("lets anybody frame the pages made for it, in every language, and nothing else of their subject", async () => {
    const subjects = ["agencies", "topics", "places"].map((kind) => `${kind}/${firstOf(kind)}/`);
    const copies = ["embed/", ...subjects];
    await Promise.all(copies.map((path) => cp(join(site, path), join(site, "en", path), { recursive: true })));
    // Pages of these names that are nobody's card.
    const others = ["data/embed", "agencies/embed", `${subjects[0]!}charts/embed`];
    await Promise.all(others.map((path) => cp(join(site, "embed"), join(site, path), { recursive: true })));
    const sent = async (path: string, header = "content-security-policy") => {
      const answer = await fetch(address + path, { redirect: "manual" });
      expect(answer.status, path).toBe(200);
      return answer.headers.get(header);
    };
    try {
      for (const language of ["", "en/"]) {
        // The style sheet of their colours lies beside that of the overview.
        for (const path of ["embed/", "embed/themes.css", ...subjects.map((subject) => `${subject}embed/`)])
          expect(await sent(language + path), language + path).toBe("frame-ancestors *");
        for (const path of [...subjects, `${subjects[0]!}feed.atom`])
          expect(await sent(language + path), language + path).toBe("frame-ancestors 'self'");
        const absent = `${language}${subjects[0]!}embed/no-such-file`;
        expect((await headers(absent)).get("content-security-policy"), absent).toBe("frame-ancestors 'self'");
      }
      for (const path of others) expect(await sent(`${path}/`), path).toBe("frame-ancestors 'self'");
      expect(await sent(`${subjects[0]!}embed/`, "x-content-type-options")).toBe("nosniff");
    } finally {
      await Promise.all(["en", ...others].map((path) => rm(join(site, path), { recursive: true })));
    }
  });

  test("gives tables their types and letters, adds the slash that links need, answers what is absent with the portal's page, and hides what begins with a dot", async () => {
    expect((await headers("data/agencies.csv")).get("content-type")).toBe("text/csv; charset=utf-8");
    expect((await headers("data/appeals.ndjson")).get("content-type")).toBe("application/x-ndjson; charset=utf-8");
    expect((await headers(`agencies/${agency()}/feed.atom`)).get("content-type")).toBe(
      "application/atom+xml; charset=utf-8",
    );
    expect((await headers("SHA256SUMS")).get("content-type")).toBe("text/plain; charset=utf-8");
    expect((await headers("agencies")).get("location")).toBe("/agencies/");
    const absent = await fetch(`${address}no-such-page/`);
    expect(absent.status).toBe(404);
    expect(await absent.text()).toContain('<html lang="ru"');
    // A portal in two languages has a page of this kind in each.
    await mkdir(join(site, "en"));
    await writeFile(join(site, "en", "404.html"), '<html lang="en">');
    const inEnglish = await fetch(`${address}en/no-such-page/`);
    await rm(join(site, "en"), { recursive: true });
    expect(inEnglish.status).toBe(404);
    expect(await inEnglish.text()).toContain('<html lang="en"');
    expect((await fetch(`${address}.git/config`)).status).toBe(404);
  });

  test("shows the next release without being told, and leads from cited addresses to the bundles that it lies in", async () => {
    const cited = filesBelow(site).flatMap((file) => /^appeals\/([a-z2-9]{10,})\/index\.html$/.exec(file)?.[1] ?? []);
    expect(cited).toHaveLength(12);
    const settings = join(folder, "data", "portal.yaml");
    await writeFile(settings, `${await readFile(settings, "utf8")}appealPages: bundled\nappealBundles: 62\n`);
    await writeFile(join(folder, "data", "exports", "2026-10-31", "register.csv"), csv(rows(0, 13)));
    const outcome = await runCommand("release", ["--data", join(folder, "data"), "--site", site]);
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(await (await fetch(`${address}release.json`)).json()).toMatchObject({
      appeals: { published: 13 },
      appealPages: "bundled",
      appealBundles: 62,
    });
    reload();
    const led = async (id: string) =>
      (await fetch(`${address}appeals/${id}/`, { redirect: "manual" })).headers.get("location");
    await expect.poll(() => led(cited[0]!)).not.toBeNull();
    for (const id of cited) {
      const to = await led(id);
      expect(to).toMatch(new RegExp(`^/appeals/in/[a-z2-9]{2}\\.html#${id}$`));
      expect(await (await fetch(new URL(to!, address))).text()).toContain(`<article class="appeal" id="${id}"`);
    }
    expect((await fetch(`${address}appeals/no-such-appeal/`)).status).toBe(404);
    for (const path of ["appeals/", "appeals/2026-10/"]) expect((await fetch(address + path)).status, path).toBe(200);
    expect((await headers("appeals/2026-10")).get("location")).toBe("/appeals/2026-10/");
  });
});
