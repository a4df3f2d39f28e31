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
