import { expect, test } from "vitest";
import { embeddingOf, oembed } from "../../src/site/embedding.ts";

test("the element to copy stays one element whatever the agency is called", () => {
  const { html } = embeddingOf("https://example.org/agencies/gzhi/embed/", 'Комитет "Дороги & дворы" <script>', true);
  expect(html).toMatch(/^<iframe [^<>]*><\/iframe>$/);
  expect(html).toContain('title="Комитет &quot;Дороги &amp; дворы&quot; &lt;script&gt;"');
  for (const part of ['src="https://example.org/agencies/gzhi/embed/"', 'width="100%"', 'loading="lazy"'])
    expect(html).toContain(part);
});

test("a page without a drawing needs a lower frame, and oEmbed says the same as the element", () => {
  const [high, low] = [true, false].map((hasCurve) =>
    embeddingOf("https://example.org/agencies/gzhi/embed/", "Инспекция", hasCurve),
  );
  expect(low!.height).toBeLessThan(high!.height);
  const answer = oembed(high!, { title: "Инспекция", provider: "Отклик", home: "https://example.org/" });
  // What a "rich" answer must have: https://oembed.com/#section2
  expect(answer).toMatchObject({ version: "1.0", type: "rich", html: high!.html, height: high!.height, width: 640 });
});
