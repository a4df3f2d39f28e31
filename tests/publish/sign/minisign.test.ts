import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkSignature, signatureOf } from "../../../src/publish/sign/minisignature.ts";
import {
  keyNumber,
  makeKey,
  publicKeyFile,
  publicKeyLine,
  readPublicKey,
  readSecretKey,
  secretKeyFile,
  type SecretKey,
} from "../../../src/publish/sign/minisignKey.ts";

const isInstalled = spawnSync("minisign", ["-v"]).error === undefined;
if (!isInstalled) process.stderr.write("SKIPPED: minisign is not installed, so nothing is compared with it\n");

const secretOf = (read: ReturnType<typeof readSecretKey>): SecretKey => {
  if (typeof read === "string") throw new Error(read);
  return read;
};

describe("a key", () => {
  test("is read back from its files, open and under a password", () => {
    const key = makeKey();
    expect(publicKeyLine(secretOf(readSecretKey(secretKeyFile(key, null), null)))).toBe(publicKeyLine(key));
    const veiled = secretKeyFile(key, "пароль", { memory: 1 << 24, operations: 1 << 19 });
    expect(publicKeyLine(secretOf(readSecretKey(veiled, "пароль")))).toBe(publicKeyLine(key));
    expect(readSecretKey(veiled, null)).toBe("password-needed");
    expect(readSecretKey(veiled, "парол")).toBe("password-wrong");
    expect(keyNumber(readPublicKey(publicKeyFile(key))!)).toBe(keyNumber(key));
  });

  test("with one bit changed is none", () => {
    const [head, line] = secretKeyFile(makeKey(), null).split("\n");
    const bytes = Buffer.from(line!, "base64");
    bytes[100] = bytes[100]! ^ 1;
    expect(readSecretKey(`${head}\n${bytes.toString("base64")}\n`, null)).toBe("no-key");
    expect(readPublicKey("RWQ")).toBe(null);
  });
});

describe("a signature", () => {
  const key = makeKey();
  const content = Buffer.from("a site's checksums\n");

  test("holds for its file, comment and key, and for no other", () => {
    const signature = signatureOf(content, "edition:2026-10-31", key);
    expect(checkSignature(content, signature, key)).toEqual({ state: "good", comment: "edition:2026-10-31" });
    expect(checkSignature(Buffer.from("another"), signature, key)).toEqual({ state: "bad" });
    expect(checkSignature(content, signature.replace("10-31", "11-30"), key)).toEqual({ state: "bad" });
    expect(checkSignature(content, signature, makeKey())).toEqual({ state: "other-key" });
    expect(checkSignature(content, signature, { ...makeKey(), id: key.id })).toEqual({ state: "bad" });
    expect(checkSignature(content, "", key)).toEqual({ state: "unreadable" });
  });

  test("is the same every time", () => {
    expect(signatureOf(content, "c", key)).toBe(signatureOf(content, "c", key));
  });
});

describe.skipIf(!isInstalled)(`minisign itself${isInstalled ? "" : " (SKIPPED: it is not installed)"}`, () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "otklik-minisign-"));
    writeFileSync(at("SHA256SUMS"), "checksums\n");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("accepts our signature, and refuses it for a changed file", () => {
    const key = makeKey();
    writeFileSync(at("ours.minisig"), signatureOf(readFileSync(at("SHA256SUMS")), "edition:2026-10-31", key));
    const verify = (file: string) =>
      spawnSync("minisign", ["-V", "-P", publicKeyLine(key), "-m", at(file), "-x", at("ours.minisig")], {
        encoding: "utf8",
      });
    expect(verify("SHA256SUMS")).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("edition:2026-10-31") as string,
    });
    writeFileSync(at("changed"), "checksum\n");
    expect(verify("changed").status).not.toBe(0);
  });

  test("signs with our secret key file, and we accept its signature", () => {
    const key = makeKey();
    writeFileSync(at("our.key"), secretKeyFile(key, null), { mode: 0o600 });
    execFileSync(
      "minisign",
      ["-S", "-s", at("our.key"), "-m", at("SHA256SUMS"), "-x", at("theirs.minisig"), "-t", "signed there"],
      { input: "" },
    );
    expect(checkSignature(readFileSync(at("SHA256SUMS")), readFileSync(at("theirs.minisig"), "utf8"), key)).toEqual({
      state: "good",
      comment: "signed there",
    });
  });

  test("gives us keys that we sign with", () => {
    execFileSync("minisign", ["-G", "-W", "-p", at("their.pub"), "-s", at("their.key")], { input: "" });
    const key = secretOf(readSecretKey(readFileSync(at("their.key"), "utf8"), null));
    expect(publicKeyLine(key)).toBe(publicKeyLine(readPublicKey(readFileSync(at("their.pub"), "utf8"))!));
    writeFileSync(at("with-theirs.minisig"), signatureOf(readFileSync(at("SHA256SUMS")), "ours", key));
    execFileSync("minisign", ["-V", "-p", at("their.pub"), "-m", at("SHA256SUMS"), "-x", at("with-theirs.minisig")]);
  });
});
