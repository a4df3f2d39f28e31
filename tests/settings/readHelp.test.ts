import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { channels } from "../../src/model/channel.ts";
import { adviceFor, helpSchema } from "../../src/model/help.ts";
import { parseHelp } from "../../src/settings/readHelp.ts";
import { helpMarkup } from "../../src/words/helpMarkup.ts";

const text = `# Если молчат

Общее
для всех.

## letter, portal: 0

Рано.

## letter: 34

Поздно:

- первое
  и ещё,
- второе: [закон](https://example.org/law?a=1&b=2).

## portal: late

Срок прошёл.

## sources

Источник.
`;

describe("the advice of a portal", () => {
  test("is read by channel and day", () => {
    const parsed = parseHelp(text);
    if (!("help" in parsed)) throw new Error("not read");
    const { help } = parsed;
    expect(helpSchema.parse(help)).toEqual(help);
    expect(help.title).toBe("Если молчат");
    expect(help.lead).toEqual([{ kind: "paragraph", text: "Общее для всех." }]);
    expect(adviceFor(help, "letter", 33, 30)).toEqual([{ kind: "paragraph", text: "Рано." }]);
    expect(adviceFor(help, "letter", 34, 30)?.[1]).toEqual({ kind: "item", text: "первое и ещё," });
    expect(adviceFor(help, "portal", 400, null)).toEqual([{ kind: "paragraph", text: "Рано." }]);
    expect(adviceFor(help, "phone", 400, 10)).toBeNull();
    expect(help.sources).toEqual([{ kind: "paragraph", text: "Источник." }]);
  });

  test("for the time after the norm holds from its end on, before and behind steps by days", () => {
    const parsed = parseHelp(`# Да\n## portal: 34\nЗакон.\n## portal: 0\nРано.\n## portal: late\nПозже.`);
    if (!("help" in parsed)) throw new Error("not read");
    const told = (days: number, passed: number | null) => adviceFor(parsed.help, "portal", days, passed)?.[0]?.text;
    expect(told(9, null)).toBe("Рано.");
    expect(told(0, 0.375)).toBe("Позже.");
    expect(told(10, 10)).toBe("Позже.");
    expect(told(34, 10)).toBe("Закон.");
    expect(told(61, 60)).toBe("Позже.");
  });

  test.each<[string, number[]]>([
    ["без названия", [1]],
    ["# Да\n\n## letters: 3\n", [3]],
    ["# Да\n## letter\n\n## : 4", [2, 4]],
    ["# Да\n## letter: скоро", [2]],
  ])("that cannot be read is told by its lines: %j", (broken, lines) => {
    expect(parseHelp(broken)).toEqual({ lines });
  });

  test("is a text whatever it holds; only whole addresses become links", () => {
    const html = helpMarkup(
      [
        {
          kind: "paragraph",
          text: '<script>alert(1)</script> [да](javascript:alert(1)) [нет](https://a.example/"onclick=x)',
        },
        { kind: "item", text: "[закон](https://example.org/law?a=1&b=2)" },
        { kind: "item", text: "ещё" },
      ],
      (bound) => bound,
    ).html;
    expect(html).not.toContain("<script");
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).toContain('<ul><li><a href="https://example.org/law?a=1&amp;b=2">закон</a></li><li>ещё</li></ul>');
  });
});

test.each(["ru", "en"])(
  "the demonstration's advice (%s) covers every channel of its exports from the first day on, and names its sources",
  (language) => {
    const parsed = parseHelp(readFileSync(join(import.meta.dirname, `../../data/help.${language}.md`), "utf8"));
    if (!("help" in parsed)) throw new Error(`lines ${parsed.lines.join(", ")}`);
    for (const channel of channels.filter((each) => each !== "other"))
      expect(adviceFor(parsed.help, channel, 0, null)).not.toBeNull();
    // What is said while the time runs is not said once it has passed, however short it is.
    for (const channel of ["social", "letter", "portal"] as const)
      for (const norm of [1, 10, 30, 60])
        for (const days of [norm, norm + 1, norm + 40])
          expect(adviceFor(parsed.help, channel, days, norm)).not.toBe(adviceFor(parsed.help, channel, 0, null));
    expect(JSON.stringify(parsed.help.sources)).toContain("59");
  },
);
