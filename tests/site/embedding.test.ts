import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { embedFragment, embedHtml, oembed } from "../../src/site/embedding.ts";
import { frameThemes } from "../../src/site/frameThemes.ts";

test("the element to copy stays one element whatever the agency is called", () => {
  const html = embedHtml("https://example.org/agencies/gzhi/embed/#curve", {
    title: 'Комитет "Дороги & дворы" <script>',
    height: 510,
  });
  expect(html).toMatch(/^<iframe [^<>]*><\/iframe>$/);
  expect(html).toContain('title="Комитет &quot;Дороги &amp; дворы&quot; &lt;script&gt;"');
  for (const part of [
    'src="https://example.org/agencies/gzhi/embed/#curve"',
    'width="100%"',
    'height="510"',
    'loading="lazy"',
  ])
    expect(html).toContain(part);
});

test("oEmbed has all that an answer of the type rich must have", () => {
  // https://oembed.com/#section2
  const html = embedHtml("https://example.org/embed/", { title: "Край", height: 900 });
  const picture = { address: "https://example.org/share/edition.png", width: 1200, height: 630 };
  expect(
    oembed({ html, height: 900, title: "Край", provider: "Отклик", home: "https://example.org/", picture }),
  ).toEqual({
    version: "1.0",
    type: "rich",
    title: "Край",
    provider_name: "Отклик",
    provider_url: "https://example.org/",
    html,
    width: 640,
    height: 900,
    thumbnail_url: picture.address,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  });
});

test("an address names a part and its colours, and nothing where all is as usual", () => {
  expect(embedFragment("card", null)).toBe("");
  expect(embedFragment("card", "dark")).toBe("#card-dark");
  expect(embedFragment("curve", null)).toBe("#curve");
  expect(embedFragment("in-norm", "light")).toBe("#in-norm-light");
});

test("a frame with colours of its own has every colour that the dark scheme sets, from the one home of colours", () => {
  const tokens = readFileSync(join(import.meta.dirname, "../../src/styles/tokens.css"), "utf8");
  const styles = frameThemes(tokens);
  const [light, dark] = [...styles.matchAll(/:root:has\(\.theme-(?:light|dark):target\)\{([^}]*)\}/gu)].map(
    ([, block = ""]) => block.split(";"),
  );
  const names = (block: string[] = []): string[] => block.map((line) => line.split(":")[0]!);
  expect(names(light)).toEqual(names(dark));
  expect(light).toContain("--paper:#fbfaf7");
  expect(dark).toContain("--paper:#12171d");
  expect(dark!.length).toBeGreaterThan(30);
  expect(() => frameThemes(tokens.replace("(prefers-color-scheme: dark)", "(dark)"))).toThrow("no dark colours");
});
