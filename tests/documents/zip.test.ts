import { crc32 } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { zip } from "../../src/documents/zip.ts";

const files = {
  "б.txt": "Обращение ".repeat(300),
  "a.png": new Uint8Array([1, 2, 3]),
  "empty.csv": "",
  "first.xml": "<a/>",
};

test("an archive gives back what was put into it, names in Russian too, and what is packed already is not packed again", () => {
  const archive = zip(files, ["first.xml"]);
  const read = unzipSync(archive);
  expect(Object.keys(read)).toEqual(["first.xml", "a.png", "empty.csv", "б.txt"]);
  expect(strFromU8(read["б.txt"]!)).toBe(files["б.txt"]);
  expect([...read["a.png"]!]).toEqual([1, 2, 3]);
  expect(read["empty.csv"]).toHaveLength(0);
  expect(archive.length).toBeLessThan(600);
  expect(Buffer.from(archive).includes(Buffer.from([1, 2, 3]))).toBe(true);
});

test("the directory of an archive tells the checksum of each file, and the same files make the same bytes", () => {
  const archive = Buffer.from(zip(files));
  const told: number[] = [];
  for (let at = archive.indexOf("PK\u0001\u0002"); at >= 0; at = archive.indexOf("PK\u0001\u0002", at + 1))
    told.push(archive.readUInt32LE(at + 16));
  expect(told).toEqual(
    [files["a.png"], files["empty.csv"], files["first.xml"], files["б.txt"]].map((one) => crc32(one)),
  );
  expect(zip({ ...files, "б.txt": "другое" })).not.toEqual(zip(files));
  expect(Buffer.from(zip(files)).equals(archive)).toBe(true);
});
