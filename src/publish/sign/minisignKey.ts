import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  scryptSync,
  timingSafeEqual,
  type KeyObject,
} from "node:crypto";
import { blake2b } from "@noble/hashes/blake2.js";

/**
 * Keys in the files of minisign (jedisct1.github.io/minisign, "Key format"): Ed25519 with a number of its own. Secret
 * keys stand there openly or under a password (scrypt of libsodium, then exclusive or).
 */
export interface PublicKey {
  /** Eight bytes that tell keys apart. */
  id: Buffer;
  key: KeyObject;
}

export interface SecretKey extends PublicKey {
  secret: KeyObject;
}

const algorithm = Buffer.from("Ed");
const checksum = Buffer.from("B2");
const scrypt = Buffer.from("Sc");
const openly = Buffer.alloc(2);
/** What minisign itself asks of whoever guesses: 1 GB of memory and some seconds a try. */
const sensitive = { memory: 1 << 30, operations: 1 << 25 };
/** Headers of the DER forms that node:crypto reads (RFC 8410). */
const publicHeader = Buffer.from("302a300506032b6570032100", "hex");
const secretHeader = Buffer.from("302e020100300506032b657004220420", "hex");

function publicKeyOf(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicHeader, raw]), format: "der", type: "spki" });
}

function rawPublic(key: KeyObject): Buffer {
  return key.export({ format: "der", type: "spki" }).subarray(publicHeader.length);
}

/** Key numbers are shown the way minisign shows them: as a number, high bytes first. */
export function keyNumber({ id }: PublicKey): string {
  return Buffer.from(id).reverse().toString("hex").toUpperCase();
}

export function makeKey(): SecretKey {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return { id: randomBytes(8), key: publicKey, secret: privateKey };
}

/** The line that is given to others: 56 characters. */
export function publicKeyLine({ id, key }: PublicKey): string {
  return Buffer.concat([algorithm, id, rawPublic(key)]).toString("base64");
}

export function publicKeyFile(key: PublicKey): string {
  return `untrusted comment: minisign public key ${keyNumber(key)}\n${publicKeyLine(key)}\n`;
}

/** @returns null where the text is neither a line nor a file with a public key */
export function readPublicKey(text: string): PublicKey | null {
  const bytes = Buffer.from(text.trim().split("\n").at(-1) ?? "", "base64");
  if (bytes.length !== 42 || !bytes.subarray(0, 2).equals(algorithm)) return null;
  return { id: bytes.subarray(2, 10), key: publicKeyOf(bytes.subarray(10)) };
}

/** BLAKE2b-256 over what a key's file holds; node:crypto has BLAKE2b of 64 bytes only. */
const checksumOf = (id: Buffer, raw: Buffer): Uint8Array => blake2b(Buffer.concat([algorithm, id, raw]), { dkLen: 32 });

/** Number, secret, public key and checksum under the stream that a password makes. */
function veiled(bytes: Buffer, password: string, salt: Buffer, operations: number, memory: number): Buffer {
  // As libsodium picks them: crypto_pwhash_scryptsalsa208sha256.
  const fewest = Math.max(operations, 32768);
  const blockSize = 8;
  const most = fewest < memory / 32 ? fewest / (blockSize * 4) : memory / (blockSize * 128);
  const cost = 2 ** Math.min(62, Math.floor(Math.log2(most)));
  const parallelization = fewest < memory / 32 ? 1 : Math.floor(Math.min(fewest / 4 / cost, 0x3fffffff) / blockSize);
  const stream = scryptSync(password, salt, bytes.length, {
    N: cost,
    r: blockSize,
    p: parallelization,
    maxmem: 2 * memory,
  });
  return Buffer.from(bytes.map((byte, at) => byte ^ stream[at]!));
}

/** @param password null writes the key openly; the file's rights are then all that protects it */
export function secretKeyFile(key: SecretKey, password: string | null, { memory, operations } = sensitive): string {
  const raw = Buffer.concat([
    key.secret.export({ format: "der", type: "pkcs8" }).subarray(secretHeader.length),
    rawPublic(key.key),
  ]);
  const body = Buffer.concat([key.id, raw, checksumOf(key.id, raw)]);
  const salt = password === null ? Buffer.alloc(32) : randomBytes(32);
  const limits = Buffer.alloc(16);
  if (password !== null) limits.writeBigUInt64LE(BigInt(operations), 0);
  if (password !== null) limits.writeBigUInt64LE(BigInt(memory), 8);
  const content = password === null ? body : veiled(body, password, salt, operations, memory);
  const bytes = Buffer.concat([algorithm, password === null ? openly : scrypt, checksum, salt, limits, content]);
  return `untrusted comment: minisign ${password === null ? "" : "encrypted "}secret key\n${bytes.toString("base64")}\n`;
}

export type KeyFault = "no-key" | "password-needed" | "password-wrong";

/** Reads a secret key that this program or minisign made. */
export function readSecretKey(text: string, password: string | null): SecretKey | KeyFault {
  const bytes = Buffer.from(text.trim().split("\n").at(-1) ?? "", "base64");
  if (bytes.length !== 158 || !bytes.subarray(0, 2).equals(algorithm)) return "no-key";
  const isOpen = bytes.subarray(2, 4).equals(openly);
  if (!isOpen && !(bytes.subarray(2, 4).equals(scrypt) && bytes.subarray(4, 6).equals(checksum))) return "no-key";
  if (!isOpen && password === null) return "password-needed";
  const operations = Number(bytes.readBigUInt64LE(38));
  const memory = Number(bytes.readBigUInt64LE(46));
  if (!isOpen && (memory > sensitive.memory || operations > sensitive.operations)) return "no-key";
  const body = isOpen
    ? bytes.subarray(54)
    : veiled(bytes.subarray(54), password ?? "", bytes.subarray(6, 38), operations, memory);
  const [id, raw, sum] = [body.subarray(0, 8), body.subarray(8, 72), body.subarray(72)];
  // minisign leaves the checksum of an open key empty.
  if (!isOpen && !timingSafeEqual(sum, checksumOf(id, raw))) return "password-wrong";
  const secret = createPrivateKey({
    key: Buffer.concat([secretHeader, raw.subarray(0, 32)]),
    format: "der",
    type: "pkcs8",
  });
  const key = createPublicKey(secret);
  if (!rawPublic(key).equals(raw.subarray(32))) return "no-key";
  return { id: Buffer.from(id), key, secret };
}
