import { expect, test } from "vitest";
import { idAlphabet } from "../../src/model/appealBundle.ts";
import { idsMark, idsSecret, keyedIds } from "../../src/privacy/publicId.ts";

const key = "00112233445566778899aabbccddeeff";
const numbers = Array.from({ length: 200 }, (_, at) => `Р-${at}`);

test("an id has as many letters as the portal asks for, and a longer one begins with the shorter", () => {
  const [ten, thirteen] = [keyedIds(key, 10), keyedIds(key, 13)];
  for (const number of numbers) {
    expect(thirteen("register", number)).toMatch(new RegExp(`^[${idAlphabet}]{13}$`));
    expect(ten("register", number)).toBe(thirteen("register", number).slice(0, 10));
  }
});

test("ids of ten letters are those that portals have had from the beginning", () => {
  expect(keyedIds(key, 10)("register", "Р-1")).toBe("frxpemkjxh");
});

test("each of the letters is drawn from all", () => {
  const ids = numbers.map((number) => keyedIds(key, 13)("register", number));
  for (let place = 0; place < 13; place++) expect(new Set(ids.map((id) => id[place])).size).toBeGreaterThan(25);
});

test("another length is known as another key would be, and the first length as it always was", () => {
  expect(idsMark(key, 10)).not.toBe(idsMark(key, 13));
  expect(idsSecret(key, 10)).toBe(key);
  expect(idsSecret(key, 13)).not.toBe(key);
  expect(idsMark(null, 13)).toBe("registry");
  expect(idsSecret(null, 13)).toBeNull();
});
