import { once } from "node:events";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { BuildStop } from "../../model/buildStop.ts";

/** A published site, in a folder or on the web. */
export interface SiteSource {
  /** The bytes of a file by its path inside the site; null where it is not there. */
  read: (file: string) => Promise<Uint8Array | null>;
  /** The same in pieces, for files of any size. */
  stream: (file: string) => Promise<AsyncIterable<Uint8Array> | null>;
}

export function folderSource(folder: string): SiteSource {
  const absent = (error: NodeJS.ErrnoException): null => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw error;
  };
  return {
    read: (file) => readFile(join(folder, file)).catch(absent),
    stream: async (file) => {
      const stream = createReadStream(join(folder, file));
      return once(stream, "open").then(() => stream, absent);
    },
  };
}

/**
 * @param address where the site stands, with its path
 * @throws BuildStop from its functions SITE_UNREACHABLE where the server answers with another error than "not found", or not at all
 */
export function webSource(address: string): SiteSource {
  const base = address.replace(/\/?$/u, "/");
  const ask = async (file: string): Promise<Response | null> => {
    // A folder's page, and a mark like "=" in a name, are asked for as readers do; packed answers would be other bytes.
    const path = encodeURI(file.replace(/(^|\/)index\.html$/u, "$1")).replace(/[?#]/gu, encodeURIComponent);
    const unreachable = (problem: string): BuildStop =>
      new BuildStop("SITE_UNREACHABLE", [], { problem: `${base}${path} · ${problem}` });
    const response = await fetch(base + path, { headers: { "accept-encoding": "identity" } }).catch(
      (error: Error & { cause?: { code?: string } }) => {
        throw unreachable(error.cause?.code ?? error.name);
      },
    );
    if (response.status === 404 || response.status === 410) {
      await response.body?.cancel();
      return null;
    }
    if (!response.ok) throw unreachable(String(response.status));
    return response;
  };
  return {
    read: async (file) => {
      const response = await ask(file);
      return response === null ? null : new Uint8Array(await response.arrayBuffer());
    },
    stream: async (file) => (await ask(file))?.body ?? null,
  };
}
