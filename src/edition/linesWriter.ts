import { createWriteStream } from "node:fs";
import { once } from "node:events";

/** Writes objects as JSON, one a line, in the order given, without holding them in memory. */
export function linesWriter<Item>(path: string): {
  write: (items: readonly Item[]) => Promise<void>;
  close: () => Promise<void>;
} {
  const stream = createWriteStream(path, "utf8");
  const failed = once(stream, "error").then(([error]) => Promise.reject(error as Error));
  // A failure is reported by the next write or by close; until then it must not count as unhandled.
  failed.catch(() => undefined);
  return {
    async write(items) {
      const lines = items.map((item) => `${JSON.stringify(item)}\n`).join("");
      if (!stream.write(lines)) await Promise.race([once(stream, "drain"), failed]);
    },
    async close() {
      stream.end();
      await Promise.race([once(stream, "close"), failed]);
    },
  };
}
