import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { heightListener } from "../../src/site/heightMessage.ts";
import { loadAxe, objectionsTo } from "./axe.ts";
import { openPortal, type OpenPortal, type Visit } from "./portal.ts";
import { bytesOf } from "./wire.ts";

/** What of the portal stands in pages of other people, and how they come by it. */

const site = inject("demoSite");
const read = (file: string): string => readFileSync(join(site, file), "utf8");
let portal: OpenPortal;
/** A newspaper of another origin. */
let newspaper: Server;
let article: string;
/** The code that the page of an agency gives without a script. */
let snippet: string;
beforeAll(async () => {
  portal = await openPortal(site);
  newspaper = createServer((_request, response) =>
    response.writeHead(200, { "Content-Type": "text/html;charset=utf-8" }).end(article),
  ).listen(0, "127.0.0.1");
  const visit = await portal.visit("agencies/gzhi/", { javaScriptEnabled: false });
  snippet = await visit.page.getByLabel("Вставьте этот код").inputValue();
  await visit.close();
});
afterAll(async () => {
  newspaper.close();
  await portal.close();
});

interface Reader {
  width: number;
  colorScheme?: "light" | "dark";
  script?: boolean;
}

/** Opens an article with an element from the portal in it, and waits for the frame. */
async function openArticle(
  code: string,
  { width, colorScheme = "light", script = true }: Reader,
): Promise<{ visit: Visit; frame: Frame }> {
  article = `<!doctype html><html lang="ru"><title>Статья</title><body style="margin:0">${code.replaceAll("https://otklik.example/", portal.address)}</body></html>`;
  const visit = await portal.visit("method/", {
    viewport: { width, height: 1600 },
    colorScheme,
    javaScriptEnabled: script,
  });
  await visit.page.goto(`http://127.0.0.1:${(newspaper.address() as AddressInfo).port}/`);
  await visit.page.frameLocator("iframe").locator("h1").waitFor();
  return { visit, frame: visit.page.frames()[1]! };
}

const partOf = (part: string): string => snippet.replace("/embed/", `/embed/#${part}`);

/** By how many pixels what stands in the frame is broader and higher than it. */
const overflow = (frame: Frame): Promise<[number, number]> =>
  frame.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return [scrollWidth - clientWidth, scrollHeight - clientHeight] as [number, number];
  });

describe("an agency in somebody's article", () => {
  test.each([
    [320, "light"],
    [320, "dark"],
    [640, "light"],
    [640, "dark"],
    [800, "light"],
  ] as const)("is whole and easy to read in a column of %i pixels, %s", async (width, colorScheme) => {
    const { visit, frame } = await openArticle(snippet, { width, colorScheme });
    // The frame has the height of what stands in it once its message has come.
    await expect.poll(() => overflow(frame)).toEqual([0, 0]);
    expect(await frame.locator("figure > svg:visible").count()).toBe(1);
    // Nothing of the drawing lies outside it.
    expect(
      await frame.evaluate(() =>
        [...document.querySelectorAll("figure > svg")].flatMap((svg) => {
          const box = svg.getBoundingClientRect();
          return box.width === 0
            ? []
            : [...svg.querySelectorAll("text")]
                .filter(
                  (text) =>
                    text.getBoundingClientRect().right > box.right + 1 ||
                    text.getBoundingClientRect().left < box.left - 1,
                )
                .map(({ textContent }) => textContent);
        }),
      ),
    ).toEqual([]);
    await loadAxe(frame);
    expect(await objectionsTo(frame)).toEqual([]);
    await visit.close();
  });

  test("shows the one part that the address names, in the colours that it names, without a script", async () => {
    const { visit, frame } = await openArticle(partOf("standing-dark"), { width: 320, script: false });
    expect(await frame.locator(".part:visible").count()).toBe(1);
    expect(await frame.locator("#standing h2").isVisible()).toBe(true);
    expect(await frame.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
      "rgb(18, 23, 29)",
    );
    expect(await overflow(frame)).toEqual([0, 0]);
    await visit.close();
    const light = await openArticle(partOf("card-light"), { width: 320, colorScheme: "dark", script: false });
    expect(await light.frame.locator("#card").isVisible()).toBe(true);
    expect(await light.frame.locator("#curve").isVisible()).toBe(true);
    expect(await light.frame.locator(".part:visible").count()).toBe(2);
    expect(await light.frame.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
      "rgb(251, 250, 247)",
    );
    await light.visit.close();
  });

  test.each(["embed/", "topics/heating/embed/"])(
    "shows the map of /%s whole in a narrow column, and no other part",
    async (page) => {
      const code = snippet.replace("agencies/gzhi/embed/", `${page}#map-rate-dark`);
      const { visit, frame } = await openArticle(code.replace(/height="\d+"/, 'height="1400"'), {
        width: 320,
        script: false,
      });
      expect(await frame.locator(".part:visible").count()).toBe(1);
      const map = await portal.visit(page === "embed/" ? "places/" : "topics/heating/");
      for (const said of ["h2, h3", ".key"])
        expect(await frame.locator("#map-rate").locator(said).first().textContent()).toBe(
          await map.page.locator("#map-rate").locator(said).first().textContent(),
        );
      const places = "figure svg > :is(a, g[role=img])";
      expect(await frame.locator("#map-rate").locator(places).count()).toBeGreaterThan(20);
      expect(await map.page.locator("[data-embed-part=map-rate]").count()).toBe(1);
      expect(await overflow(frame)).toEqual([0, 0]);
      await map.close();
      await visit.close();
    },
  );

  test("shows every agency by month as its own page does, and leads to each", async () => {
    const code = snippet.replace("agencies/gzhi/embed/", "embed/#multiples-dark");
    const { visit, frame } = await openArticle(code.replace(/height="\d+"/, 'height="5000"'), {
      width: 320,
    });
    expect(await frame.locator(".part:visible").count()).toBe(1);
    const own = await portal.visit("agencies/");
    expect(await own.page.locator("[data-embed-part=multiples]").count()).toBe(1);
    const pictures = "ul:has(path.own) > li";
    const drawn = await frame.locator(`#multiples ${pictures}`).evaluateAll((all) => all.map((one) => one.textContent));
    expect(drawn.length).toBeGreaterThan(20);
    expect(drawn).toEqual(await own.page.locator(pictures).evaluateAll((all) => all.map((one) => one.textContent)));
    // Two beside each other, none of them outside.
    const lefts = await frame
      .locator(`#multiples ${pictures}`)
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
    expect(new Set(lefts).size).toBe(2);
    expect(await overflow(frame)).toEqual([0, 0]);
    expect(await frame.locator("a[href^='#']").count()).toBe(0);
    await loadAxe(frame);
    expect(await objectionsTo(frame)).toEqual([]);
    await Promise.all([own.close(), visit.close()]);
  });

  test("tells the page around it how high it is, and that page makes the frame as high", async () => {
    const fallback = Number(/height="(\d+)"/.exec(snippet)![1]);
    const { visit, frame } = await openArticle(`${snippet}${heightListener}`, { width: 640 });
    const height = (): Promise<number> =>
      visit.page.locator("iframe").evaluate((element) => (element as HTMLIFrameElement).clientHeight);
    await expect.poll(height).toBeLessThan(fallback);
    expect(await height()).toBe(
      await frame.evaluate(() => Math.ceil(document.querySelector("main")!.getBoundingClientRect().height) + 2),
    );
    const broad = await height();
    await visit.page.setViewportSize({ width: 320, height: 1600 });
    await expect.poll(height).toBeGreaterThan(broad);
    expect(await overflow(frame)).toEqual([0, 0]);
    await visit.close();
  });

  test("has room in the height that the code gives for every part, however it is called", async () => {
    const options = (page: string): { id: string; height: number }[] =>
      [...read(`${page}index.html`).matchAll(/<option value="([^"]+)" data-height="(\d+)"/g)].map(([, id, height]) => ({
        id: id!,
        height: Number(height),
      }));
    const visit = await portal.visit("embed/", { viewport: { width: 320, height: 700 } });
    const { page } = visit;
    let seen = 0;
    for (const subject of [
      "",
      "en/",
      "agencies/gzhi/",
      "agencies/adm-belostruysk/",
      "topics/heating/",
      "places/belostruysk/",
      "places/belostruysk/heating/",
      "compare/gzhi/",
    ]) {
      const [, frameAddress] = /data-address="https:\/\/otklik\.example\/([^"]+)"/.exec(read(`${subject}index.html`))!;
      await page.goto(`${portal.address}${frameAddress!}`);
      for (const { id, height } of options(subject)) {
        const needed = await page.evaluate((part) => {
          location.hash = part === "card" ? "" : part;
          const { scrollWidth } = document.documentElement;
          return [Math.ceil(document.querySelector("main")!.getBoundingClientRect().height) + 2, scrollWidth, scrollY];
        }, id);
        expect(needed[0], `${subject}#${id}`).toBeLessThanOrEqual(height);
        // A frame of which half stays empty is no good either.
        expect(height - needed[0]!, `${subject}#${id}`).toBeLessThan(160);
        expect(needed.slice(1), `${subject}#${id}`).toEqual([320, 0]);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(60);
    await visit.close();
  });

  test("shows every table with bars of an agency as its own page does, and it beside those of similar load", async () => {
    const own = await portal.visit("agencies/gzhi/");
    const barsOf = (place: Frame | typeof own.page, id: string): Promise<string[]> =>
      place.locator(`${id} .bar-table tbody tr`).evaluateAll((rows) => rows.map((row) => row.textContent));
    const offered = await own.page
      .locator("section:has(.bar-table)")
      .evaluateAll((all) => all.map((one) => one.getAttribute("aria-labelledby")!));
    expect(offered.length).toBeGreaterThan(2);
    const { visit, frame } = await openArticle(partOf(offered[0]!), { width: 320 });
    for (const id of offered) {
      const rows = await barsOf(own.page, `section[aria-labelledby=${id}]`);
      expect(rows.length).toBeGreaterThan(1);
      expect(await barsOf(frame, `#${id}`), id).toEqual(rows);
      expect(await own.page.locator(`[data-embed-part=${id}]`).count(), id).toBe(1);
    }
    expect(await frame.locator(".part:visible").count()).toBe(1);
    expect(await overflow(frame)).toEqual([0, 0]);
    await loadAxe(frame);
    expect(await objectionsTo(frame)).toEqual([]);
    const compared = await portal.visit("compare/gzhi/");
    expect(await compared.page.getByLabel("Вставьте этот код").inputValue()).toContain("/agencies/gzhi/embed/#peers");
    const [head = []] = await compared.page
      .locator("table")
      .first()
      .locator("tr")
      .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("a")].map((cell) => cell.textContent.trim())));
    const peers = await barsOf(frame, "#peers");
    expect(peers).toHaveLength(head.length);
    for (const [at, name] of head.entries()) expect(peers[at]).toContain(name);
    await Promise.all([own.close(), compared.close(), visit.close()]);
  });

  test("shows a topic in one place, figures and outcomes, in the frame of the place", async () => {
    const own = await portal.visit("places/belostruysk/heating/", { javaScriptEnabled: false });
    const code = await own.page.getByLabel("Вставьте этот код").inputValue();
    expect(code).toContain('src="https://otklik.example/places/belostruysk/embed/#topic-heating"');
    const { visit, frame } = await openArticle(code, { width: 320, script: false });
    expect(await frame.locator(".part:visible").count()).toBe(1);
    expect(await overflow(frame)).toEqual([0, 0]);
    for (const kind of [".value", ".note"])
      expect(await frame.locator(`#topic-heating ${kind}`).allInnerTexts()).toEqual(
        await own.page.locator(`main > * > dl ${kind}, main > dl ${kind}`).allInnerTexts(),
      );
    expect(await frame.locator("#topic-heating-outcomes tbody").textContent()).toBe(
      await own.page.locator("section[aria-labelledby=outcomes] tbody").textContent(),
    );
    await Promise.all([own.close(), visit.close()]);
  });

  test("says what the agency's own page says, and leads there in a window of its own", async () => {
    const { visit, frame } = await openArticle(partOf("figures"), { width: 640 });
    const own = await portal.visit("agencies/gzhi/");
    const ofPage = own.page.locator("[data-report] > dl").first();
    for (const kind of [".value", ".note"])
      expect(await frame.locator(`#figures ${kind}`).allInnerTexts()).toEqual(
        await ofPage.locator(kind).allInnerTexts(),
      );
    expect(await frame.locator("#card .sentence").textContent()).toBe(
      await own.page.locator(".headline .sentence").textContent(),
    );
    const drawings = await own.page
      .locator("[data-chart]")
      .evaluateAll((charts) =>
        charts.map((chart) => [
          chart.getAttribute("aria-labelledby")!,
          [...chart.querySelectorAll(".plot > svg")].map((svg) => svg.innerHTML),
        ]),
      );
    expect(drawings).toHaveLength(4);
    for (const [title, svgs] of drawings as [string, string[]][])
      expect(
        await frame
          .locator(`figure[aria-labelledby="${title}"] > svg`)
          .evaluateAll((all) => all.map((svg) => svg.innerHTML)),
        title,
      ).toEqual(svgs);
    expect(await frame.locator("#outcomes tbody").innerText()).not.toBe("");
    expect(await frame.locator("#outcomes tbody").textContent()).toBe(
      await own.page.locator("section[aria-labelledby=outcomes] tbody").textContent(),
    );
    for (const link of await frame.locator("a").all())
      expect([
        await link.getAttribute("href"),
        await link.getAttribute("target"),
        await link.getAttribute("rel"),
      ]).toEqual(["/agencies/gzhi/", "_blank", "noopener"]);
    expect(await frame.locator(".demo").isVisible()).toBe(true);
    expect(await frame.locator(".source").innerText()).toMatch(
      /^Отклик, Китежский край\. Данные на\s31\sоктября\s2026\sгода\./u,
    );
    await Promise.all([visit.close(), own.close()]);
  });

  test("says that an edition is late to whoever reads it after the day that was promised", async () => {
    const late = async (now: string): Promise<boolean> => {
      const visit = await portal.visit("method/");
      await visit.page.clock.setFixedTime(new Date(now));
      await visit.page.goto(`${portal.address}agencies/gzhi/embed/`);
      const shown = await visit.page.locator("[data-promised]").isVisible();
      await visit.close();
      return shown;
    };
    expect(await late("2026-11-10T12:00:00Z")).toBe(false);
    expect(await late("2027-01-10T12:00:00Z")).toBe(true);
  });

  test("costs an article less than 40 kB, a script of less than a kilobyte and no request elsewhere", async () => {
    const visit = await portal.visit("agencies/gzhi/embed/");
    await visit.page.waitForLoadState("networkidle");
    const fetched = await visit.wire.all();
    expect(bytesOf(fetched)).toBeLessThan(40_000);
    expect(bytesOf(fetched, "script")).toBeLessThan(1_000);
    expect(fetched.filter(({ kind }) => kind === "font")).toEqual([]);
    expect(visit.requests.filter((address) => !address.startsWith(portal.address))).toEqual([]);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  test("is not listed by search engines: its agency's page is", () => {
    const page = read("agencies/gzhi/embed/index.html");
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toContain('<link rel="canonical" href="https://otklik.example/agencies/gzhi/">');
    expect(read("sitemap-1.xml")).not.toContain("/embed/");
  });

  test.each(["", "en/agencies/gzhi/", "topics/heating/", "places/belostruysk/"])(
    "is found from /%s by programs that know oEmbed",
    (page) => {
      const html = read(`${page}index.html`);
      const [, href = ""] = /<link rel="alternate" type="application\/json\+oembed"[^>]* href="([^"]+)"/.exec(html)!;
      const answer = JSON.parse(read(new URL(href).pathname.slice(1))) as { html: string; type: string };
      expect(answer.type).toBe("rich");
      expect(answer.html).toContain(`src="https://otklik.example/${page}embed/"`);
      // The same code that the page gives.
      const [, code = ""] = /<textarea[^>]* id="embed-code"[^>]*>([^<]*)</.exec(html)!;
      expect(
        code.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
      ).toBe(answer.html);
      expect(read(`${page}embed/index.html`)).toContain(href);
    },
  );
});

describe("the dialog that gives the code", () => {
  test.each([
    [360, "dark"],
    [1280, "light"],
  ] as const)("works by keyboard at %i pixels, %s", async (width, colorScheme) => {
    const visit = await portal.visit("agencies/gzhi/", { viewport: { width, height: 800 }, colorScheme });
    const { page } = visit;
    await visit.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const link = page.locator('[data-embed-part="in-norm"]');
    await link.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Вставить на сайт" });
    await dialog.waitFor();
    const code = dialog.getByLabel("Вставьте этот код");
    expect(await code.inputValue()).toContain('src="https://otklik.example/agencies/gzhi/embed/#in-norm"');
    await loadAxe(page);
    expect(await objectionsTo(page)).toEqual([]);
    expect(
      await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      "wider than the dialog",
    ).toBeLessThanOrEqual(0);

    /** Goes on by Tab until an element has the focus. */
    const reach = async (selector: string): Promise<void> => {
      for (let steps = 0; steps < 12; steps++) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`No way to ${selector} by Tab`);
    };
    await reach("#embed-part");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    await reach("[name=embed-theme]");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await code.inputValue()).toContain("/embed/#figures-dark");
    await reach("[name=embed-fit]");
    await page.keyboard.press("Space");
    expect(await code.inputValue()).toContain(heightListener);
    await reach("[data-copy]");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await code.inputValue());
    expect(await dialog.getByRole("link", { name: "Как это выглядит" }).getAttribute("href")).toBe(
      "/agencies/gzhi/embed/#figures-dark",
    );
    await page.keyboard.press("Escape");
    expect(await dialog.count()).toBe(0);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    // The form is back in its place on the page.
    expect(await page.locator("#downloads").locator("xpath=ancestor::section").locator("textarea").count()).toBe(1);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  test("is offered beside every chart and figure of a page, each told apart by its name", async () => {
    const visit = await portal.visit("");
    const names = await visit.page
      .locator("[data-embed-part]")
      .evaluateAll((links) => links.map((one) => one.textContent));
    const parts = await visit.page
      .locator("[data-embed-part]")
      .evaluateAll((links) => links.map((one) => (one as HTMLElement).dataset["embedPart"]));
    expect(parts).toEqual(["figures", "curve", "outcomes", "received", "in-norm"]);
    expect(new Set(names).size).toBe(names.length);
    await visit.close();
  });
});
