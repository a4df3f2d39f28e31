import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { servePreview } from "../../src/publish/preview.ts";
import { launchFirefox, systemFirefox } from "./firefox.ts";
import { openPortal } from "./portal.ts";
import { csvRows, hasWord } from "./publishedRows.ts";

/** What both browsers are asked to do. */
interface Hand {
  evaluate: (expression: string) => Promise<unknown>;
  /** Presses the button that downloads; gives the file. */
  download: () => Promise<string>;
}

const click = (selector: string): string => `document.querySelector(${JSON.stringify(selector)}).click()`;

async function until({ evaluate }: Hand, expression: string): Promise<void> {
  await expect.poll(() => evaluate(`Boolean(${expression})`)).toBe(true);
}

const statusText = `document.querySelector("[data-search-status]").textContent.replaceAll("\\u00a0", " ")`;
const settled = `document.querySelector("[data-search-results]").getAttribute("aria-busy") === "false"`;

/** From a misspelt word to a table of what was found, whose rows are those of a query on the published file. */
async function errand(hand: Hand, site: string): Promise<void> {
  const { evaluate } = hand;
  // Somebody types a word with a slip. It is searched for as it is, and the right one is offered.
  await evaluate(
    `(() => { const words = document.querySelector("#search-q"); words.value = "отоплнеие"; words.form.requestSubmit(); })()`,
  );
  await until(hand, `document.querySelector("[data-search-hints] button")`);
  expect(await evaluate(statusText)).toMatch(/^(Ничего не нашлось|Всех этих слов вместе нет)/);
  expect(await evaluate(`document.querySelector("[data-search-hints]").textContent`)).toContain("«отоплнеие»");
  expect(await evaluate(`document.querySelector("[data-search-hints] button").textContent`)).toBe("отопление");
  await evaluate(click("[data-search-hints] button"));
  await until(hand, `${settled} && document.querySelectorAll("[data-search-list] > li").length === 20`);
  expect(await evaluate(`new URLSearchParams(location.search).get("q")`)).toBe("отопление");

  // Two outcomes, those answered in time, and a date.
  await evaluate(
    `document.querySelectorAll("[data-search-facet=outcome], [data-search-facet=wait]").forEach((list) => { list.open = true; })`,
  );
  for (const box of ["[name=outcome][value=acted]", "[name=outcome][value=explained]", "[name=wait][value=within]"])
    await evaluate(click(box));
  await evaluate(
    `(() => { const from = document.querySelector("[name=from]"); from.value = "2026-02-01"; from.dispatchEvent(new Event("change", { bubbles: true })); })()`,
  );
  await until(
    hand,
    `${settled} && location.search.includes("from=2026-02-01") && document.querySelectorAll("[data-search-chips] li").length === 4`,
  );
  const total = Number(/\d[\d ]*/.exec((await evaluate(statusText)) as string)?.[0].replaceAll(" ", ""));
  expect(total).toBeGreaterThan(10);

  await evaluate(
    `(() => { document.querySelector("[data-search-take]").open = true; document.querySelector("[data-take-form]").value = "program"; })()`,
  );
  const file = await hand.download();
  const taken = await csvRows(file);
  const condition = `outcome IN ('acted', 'explained') AND received[:10] >= '2026-02-01' AND ${hasWord("отоплени[еяюй]|отоплением|отоплениям|отоплениями|отоплениях")}
    AND CAST(first_reply_days AS DOUBLE) <= CAST(first_reply_norm_days AS DOUBLE)`;
  expect(taken).toEqual(await csvRows(join(site, "data/appeals.csv"), condition));
  expect(taken).toHaveLength(total);
}

test("a journalist goes from a misspelt word to a table whose rows are those of a query on the published file", async () => {
  const portal = await openPortal(inject("demoSite"));
  const visit = await portal.visit("appeals/", { acceptDownloads: true });
  const { page } = visit;
  const download = async (): Promise<string> =>
    (await Promise.all([page.waitForEvent("download"), page.click("[data-take-submit]")]))[0].path();
  await errand({ evaluate: (expression) => page.evaluate(expression), download }, inject("demoSite"));
  expect(visit.faults).toEqual([]);
  await portal.close();
});

test.skipIf(systemFirefox === undefined)(
  "the same errand in Firefox (skipped where Firefox is not installed in /usr/bin)",
  async () => {
    const preview = await servePreview({ folder: inject("demoSite"), base: "/", port: 0 });
    const firefox = await launchFirefox();
    const { evaluate, downloads } = firefox;
    try {
      await firefox.open(`${preview.address}appeals/`);
      const download = async (): Promise<string> => {
        await evaluate(click("[data-take-submit]"));
        const finished = (): string | undefined => {
          try {
            const names = readdirSync(downloads);
            return names.some((name) => name.endsWith(".part"))
              ? undefined
              : names.find((name) => name.endsWith(".csv"));
          } catch {
            return undefined;
          }
        };
        await expect.poll(finished).toBeDefined();
        return join(downloads, finished() ?? "");
      };
      await errand({ evaluate, download }, inject("demoSite"));
    } finally {
      await firefox.close();
      await preview.close();
    }
  },
);
