import type { ReadFile } from "../read/engine.ts";

/** Why a file of the search could not be had; the page has words for each. */
export type SearchFault = "offline" | "changed" | "old-browser" | "broken";

export class SearchUnavailable extends Error {
  readonly fault: SearchFault;
  constructor(fault: SearchFault) {
    super(fault);
    this.name = "SearchUnavailable";
    this.fault = fault;
  }
}

async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Reads files below the search folder over the network, unpacked. A packed file carries its own checksum, so that one
 * cut short on the way is noticed.
 *
 * @param root address of the search folder, with a slash at the end
 * @param fetchFile the browser's own fetch
 * @throws SearchUnavailable — changed: the file is gone, because the portal was published anew; offline: no answer
 */
export function networkReader(root: string, fetchFile: typeof fetch): ReadFile {
  return async (path) => {
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      const response = await fetchFile(root + path);
      if (!response.ok) throw new SearchUnavailable(response.status === 404 ? "changed" : "offline");
      bytes = new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      throw error instanceof SearchUnavailable ? error : new SearchUnavailable("offline");
    }
    // Some hosts unpack on their own.
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
    if (typeof DecompressionStream === "undefined") throw new SearchUnavailable("old-browser");
    try {
      return await unpack(bytes);
    } catch {
      throw new SearchUnavailable("broken");
    }
  };
}

/** As networkReader, for the files that keep their addresses from edition to edition: a copy is used only where the host says that it still holds. */
export function freshReader(root: string, fetchFile: typeof fetch): ReadFile {
  return networkReader(root, (file) => fetchFile(file, { cache: "no-cache" }));
}
