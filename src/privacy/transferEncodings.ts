import { isUtf8 } from "node:buffer";

const QUOTED_PRINTABLE = /(?:=[0-9A-F]{2}(?:=?\r?\n)?){4,}/gu;
const BASE64 = /(?<![A-Za-z\d+/=_-])[A-Za-z\d+/]{20,4000}={0,2}(?![A-Za-z\d+/=_-])/gu;
/** Russian letters of an address of a page, with the spaces and marks between its words. */
const PERCENT =
  /(?:%D[01]%[89ABab][0-9A-Fa-f]){2,}(?:(?:%20|%2C|%2E|%2B|[+_.-]){1,2}(?:%D[01]%[89ABab][0-9A-Fa-f]){1,200}){0,20}/gu;

/** «%2B7%20916%20111-22-33»: a telephone in an address of a page. */
const NUMBER = /(?:%2[0B89D]|[\d()-]){9,60}/gu;

/**
 * Resolves what mail programs leave of a text that they encoded for the way: quoted-printable, base64, percent signs. Only
 * what gives Russian words is resolved; anything else is a number or a name of a file and stays. Linear.
 */
export function decodeTransfers(text: string): string {
  let decoded = text;
  if (/=[0-9A-F]{2}=/u.test(decoded))
    decoded = decoded.replace(
      QUOTED_PRINTABLE,
      (run) => russian(Uint8Array.from(run.match(/[0-9A-F]{2}/gu) ?? [], (byte) => Number.parseInt(byte, 16))) ?? run,
    );
  if (/%D[01]%/u.test(decoded))
    decoded = decoded.replace(
      PERCENT,
      (run) =>
        russian(
          Buffer.from(
            run
              .replaceAll("+", " ")
              .replace(/%([0-9A-Fa-f]{2})/gu, (_sign, byte: string) => String.fromCharCode(Number.parseInt(byte, 16))),
            "latin1",
          ),
        ) ?? run,
    );
  if (/%2[0B89D]/u.test(decoded))
    decoded = decoded.replace(NUMBER, (run) =>
      run.replace(/%2[0B89D]/gu, (sign) => String.fromCharCode(Number.parseInt(sign.slice(1), 16))),
    );
  if (/[A-Za-z\d+/]{20}/u.test(decoded)) decoded = decoded.replace(BASE64, (run) => russian(bytesOf(run)) ?? run);
  return decoded;
}

function bytesOf(base64: string): Uint8Array {
  const whole = base64.replace(/(?<!=)=+$/u, "");
  return whole.length % 4 === 1 ? new Uint8Array() : Buffer.from(whole, "base64");
}

const fewestLetters = 3;
const decoder = new TextDecoder("utf-8", { fatal: true });

/** The text of the bytes, where they are UTF-8 and mostly Cyrillic letters. */
function russian(bytes: Uint8Array): string | undefined {
  // Addresses of pages and hashes look like base64, and decoding them fails: each such letter begins with one of four bytes.
  let letters = 0;
  for (const byte of bytes) if (byte >= 0xd0 && byte <= 0xd3) letters += 1;
  if (letters < fewestLetters || !isUtf8(bytes)) return undefined;
  const text = decoder.decode(bytes);
  return letters >= text.length * 0.5 ? text : undefined;
}
