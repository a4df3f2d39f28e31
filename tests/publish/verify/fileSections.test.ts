import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type DocumentBlock, wordDocument } from "../../../src/documents/wordDocument.ts";
import { workbook } from "../../../src/documents/workbook.ts";
import { zip } from "../../../src/documents/zip.ts";
import { fileSections } from "../../../src/publish/verify/fileSections.ts";
import { encodeVocabulary } from "../../../src/search/format/vocabulary.ts";

/** All texts of a file, one by one as they are read. */
function textsOf(file: string, content: string | Buffer): string[] {
  const { plain, markup } = fileSections(file, Buffer.from(content))!;
  return [...plain, ...[...markup].flatMap(({ parts }) => parts())];
}

const secret = "a.petrov@mail.example";
const chunk = (kind: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(kind, "latin1"), data, Buffer.alloc(4)]);
};
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const segment = (marker: number, data: string) =>
  Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), Buffer.from(data)]);
const webp = (data: Buffer) =>
  Buffer.concat([Buffer.from("RIFF0000WEBPEXIF"), Buffer.from([data.length, 0, 0, 0]), data]);

const sheet = Buffer.from(await workbook([{ name: "Яма", header: ["a"], rows: [[1, secret]] }]));
const named = Buffer.from(await workbook([{ name: secret, header: ["a"], rows: [] }]));
const documentOf = async (text: DocumentBlock): Promise<Buffer> =>
  Buffer.from(
    wordDocument({
      title: "Яма",
      creator: "Отклик",
      date: "2026-10-31",
      language: "ru",
      wide: false,
      footer: "Отклик",
      blocks: [text],
    }),
  );
const [spoken, led] = [
  await documentOf({ text: `Яма, ${secret}`, as: "text" }),
  await documentOf({ text: { text: "Яма", href: `mailto:${secret}` }, as: "text" }),
];

describe("everything in the site that can be read", () => {
  test.each<[string, string | Buffer]>([
    ["page.html", `<p>Яма</p><p>${secret}</p>`],
    [
      "described.html",
      `<script type="application/ld+json">{"@type":"Dataset","creator":{"email":"${secret.replace("@", "\\u0040")}"}}</script><p>Яма</p>`,
    ],
    ["chart.svg", `<svg><title>${secret}</title></svg>`],
    ["feed.xml", `<entry><title>${secret}</title></entry>`],
    ["data/facts.json", JSON.stringify({ a: [{ b: { c: secret } }] })],
    ["data/keys.json", JSON.stringify({ [secret]: 1 })],
    ["data/appeals.ndjson", `{"text":"Яма"}\n{"text":"${secret}"}\n`],
    ["data/appeals.csv", `id,text\r\n1,"Яма, ${secret}"\r\n`],
    ["robots.txt", `User-agent: *\n# ${secret}\n`],
    ["_astro/page.js", `const a="${secret}";`],
    ["search/index/unknown_1.pf_index", gzipSync(`pagefind_dcd\u0001i${secret}`)],
    ["data/appeals.csv.gz", gzipSync(secret)],
    ["a.png", Buffer.concat([signature, chunk("tEXt", Buffer.from(`Comment\0${secret}`))])],
    [
      "b.png",
      Buffer.concat([signature, chunk("zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(secret)]))]),
    ],
    ["a.jpg", Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe0, "JFIF"), segment(0xfe, secret)])],
    ["b.jpeg", Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe1, `Exif\0\0${secret}`)])],
    ["a.webp", webp(Buffer.from(secret))],
    ["a.xlsx", sheet],
    ["b.xlsx", named],
    ["a.docx", spoken],
    ["b.docx", led],
    ["kit.zip", Buffer.from(zip({ "a.txt": "Яма", "tables/a.xlsx": sheet }))],
  ])("is read in %s", (file, content) => {
    const texts = textsOf(file, content);
    expect(texts.join("\n")).toContain(secret);
  });

  test("reads the numbers of a workbook cell by cell: side by side they would make the number of a card", async () => {
    const bytes = Buffer.from(await workbook([{ name: "a", header: ["b"], rows: [[4111, 1111, 1111, 1111]] }]));
    expect(textsOf("a.xlsx", bytes)).toContain("4111");
    expect(textsOf("a.xlsx", bytes).filter((text) => /\d{8}/u.test(text))).toEqual([]);
  });

  test("does not take the words of structured data for names in a social network", () => {
    const page =
      '<p>Яма</p><script type="application/ld+json">{"@context":"https://schema.org","@type":"Dataset","name":"Сроки"}</script>';
    const texts = textsOf("page.html", page).join("\n");
    expect(texts).toContain("Сроки");
    expect(texts).not.toContain("@");
  });

  test("keeps words of one paragraph together and those of two apart", () => {
    const texts = textsOf("page.html", "<p>8 912 <b>345</b>-67-89</p><p>кв. 5</p>");
    expect(texts[0]).toContain("8 912 <b>345</b>-67-89");
    expect(texts[0]).not.toContain("кв. 5");
  });

  test("keeps the fields of data in XML apart: a number beside another would make a telephone", () => {
    const texts = textsOf("open311/v2/requests.xml", "<request><id>8912</id><code>3456789</code></request>");
    expect(texts.filter((text) => text.includes("8912"))).toEqual(["<request><id>8912"]);
    expect(textsOf("data.xml", `<a><b>Яма</b><c:d-e>${secret}</c:d-e></a>`).join("\n")).toContain(secret);
  });

  test("cannot vouch for a kind of file that it does not know", () => {
    expect(fileSections("data/appeals.xyz", Buffer.from("?"))).toBeNull();
  });
});

test("a checksum is nobody's number, whether it stands in an element or in JSON", () => {
  const hash = `9831813918${"a".repeat(54)}`;
  const read = (file: string, content: string) => textsOf(file, content).join(" ");
  expect(read("page.html", `<td><code>${hash}</code></td><td>${hash.slice(0, 10)}</td>`)).toMatch(
    /^(?!.*9831813918a).*9831813918/u,
  );
  expect(read("data/editions.json", JSON.stringify({ sha256: hash }))).toBe("sha256");
  expect(read("data/datapackage.json", JSON.stringify({ hash: `sha256:${hash}` }))).toBe("hash");
});

test("words of the search are read one by one, without how many appeals have them", () => {
  const words = encodeVocabulary([
    {
      stem: "тел",
      forms: [
        { form: "тел", count: 891234 },
        { form: "тела", count: 567891 },
      ],
    },
    { stem: "89031234567", forms: [] },
    { stem: "идт", forms: [{ form: "шли", count: 12 }] },
  ]);
  expect(textsOf("search/words-0123abcd/b1.gz", gzipSync(words))).toEqual([
    "тел",
    "тел",
    "тела",
    "89031234567",
    "идт",
    "шли",
  ]);
});
