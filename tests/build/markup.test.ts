import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { expect, inject, test } from "vitest";
import { kindsOfPage } from "../browser/portal.ts";

const site = inject("demoSite");
const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // A table that is laid out anew on a phone loses its roles unless they are said.
    "no-redundant-role": "off",
    // Names of topics and places are as long as they are; a search engine cuts what it does not show.
    "long-title": "off",
    // Several values of one filter are boxes of one name.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit", "button", "reset"] }],
    // Ids of figures are names of fields, with full stops, as HTML has allowed for long.
    "valid-id": ["error", { relaxed: true }],
    // The display settings take effect as they are chosen: there is nothing to send.
    "wcag/h32": "off",
  },
});

const faultsOf = async (html: string): Promise<string[]> => {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} at ${selector ?? "the page"}`),
  );
};

const pages = [...kindsOfPage(site), "en/", "en/agencies/gzhi/", "en/appeals/"].filter((path) =>
  existsSync(join(site, path, "index.html")),
);

test.each(pages)("/%s is valid HTML", async (path) => {
  expect(await faultsOf(readFileSync(join(site, path, "index.html"), "utf8"))).toEqual([]);
});

test("the validator objects to what is wrong", async () => {
  expect(
    await faultsOf(
      '<!DOCTYPE html><html lang="ru"><head><title>Отклик</title></head><body><p id="a"></p><p id="a"></p></body></html>',
    ),
  ).toEqual([expect.stringContaining("no-dup-id")]);
});

test("appeals whose text is not published are told apart in a list of links", () => {
  const html = readFileSync(join(site, "topics/health/index.html"), "utf8");
  const names = [...html.matchAll(/<a href="[^"]*\/appeals\/[^"/]+\/"[^>]*>([^]*?)<\/a>/gu)].map(([, name = ""]) =>
    name.replaceAll(/<[^>]*>|\s+/gu, " ").trim(),
  );
  const withheld = names.filter((name) => name.startsWith("Текст не"));
  expect(withheld.length).toBeGreaterThan(1);
  for (const name of withheld) expect(name).toMatch(/\(.*\d{4}.*\)$/u);
});

/** Texts of two elements with nothing between them: «425 дней» and «сверх срока» would be read as one word. Links are read apart. */
function gluedTexts(html: string): string[] {
  const shown = html.replaceAll(/<(script|style|svg)\b[^]*?<\/\1>/gu, "");
  const inline = "b|span|small|strong|em|time|code";
  const glued = new RegExp(
    `[\\p{L}\\p{N}%»)]</(?:${inline}|a)>(?:<(?:${inline})\\b[^>]*>)+[\\p{L}\\p{N}«(]|[\\p{L}\\p{N}%»)]</(?:${inline})><a\\b[^>]*>[\\p{L}\\p{N}«(]`,
    "gu",
  );
  return [...shown.matchAll(glued)].map(({ 0: found, index }) =>
    shown.slice(Math.max(0, index - 60), index + found.length + 20),
  );
}

test.each(pages)("no two texts of /%s are read as one", (path) => {
  expect(gluedTexts(readFileSync(join(site, path, "index.html"), "utf8"))).toEqual([]);
});

test("glued texts are seen, and texts that are parted are not", () => {
  expect(gluedTexts("<b>425 дней</b><span>сверх срока</span>")).toHaveLength(1);
  expect(gluedTexts("<b>425 дней</b> <span>сверх срока</span><b>, да</b>")).toEqual([]);
});
