import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText } from "../../src/privacy/plainText.ts";

describe("Markup reduced to plain text", () => {
  test.each([
    ["<p>Иванов</p><p>Иван</p>", "\nИванов\n\nИван\n"],
    ["Иванов<br/>Иван", "Иванов\nИван"],
    ["Ива<b>нов</b>", "Иванов"],
    ["<td>а</td><td>б</td>", "\tа \tб "],
    ["a&nbsp;b", "a\u00a0b"],
    ["&amp;lt;b&amp;gt;а&amp;lt;/b&amp;gt;", "а"],
    ["&#1048;&#x438;", "Ии"],
    ["&Icy;&vcy;&acy;&ncy;", "Иван"],
    ["5 < 6 и 7 > 3", "5 < 6 и 7 > 3"],
    ["<ссылка> и <3", "<ссылка> и <3"],
    ["<a href='x>y'>знак</a>", "знак"],
    ["до<!-- Иванов -->после", "допосле"],
    ["<style>p{}</style>текст", " текст"],
    ["AT&T &unknown; &#0; &#xD800;", "AT&T &unknown; &#0; &#xD800;"],
    ["незакрытый <b", "незакрытый <b"],
  ])("«%s»", (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  test("leaves a text without markup as it is", () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[<&]/u.test(text)),
        (text) => {
          expect(plainText(text)).toBe(text);
        },
      ),
    );
  });
});
