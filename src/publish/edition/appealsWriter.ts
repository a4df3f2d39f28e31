import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { type PublicAppeal } from "../../model/appeal.ts";

/** Writes public appeals one JSON object a line, in the order given, without holding them in memory. */
export function appealsWriter(path: string): { write: (appeals: readonly PublicAppeal[]) => Promise<void>; close: () => Promise<void> } {
  const stream = createWriteStream(path, "utf8");
  const failed = once(stream, "error").then(([error]) => Promise.reject(error as Error));
  // A failure is reported by the next write or by close; until then it must not count as unhandled.
  failed.catch(() => undefined);
  return {
    async write(appeals) {
      const lines = appeals.map((appeal) => `${JSON.stringify(appeal)}\n`).join("");
      if (!stream.write(lines)) await Promise.race([once(stream, "drain"), failed]);
    },
    async close() {
      stream.end();
      await Promise.race([once(stream, "close"), failed]);
    },
  };
}
