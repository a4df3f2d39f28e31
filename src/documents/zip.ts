import { strToU8, unzipSync, zipSync, type Zippable } from "fflate";

/**
 * Noon of the first day that an archive can tell, by the clock of whatever machine packs it: archives store local times
 * without a zone, so that the bytes are the same everywhere.
 */
const fixedTime = (): Date => new Date(1980, 0, 1, 12);

/** Files of an archive by name: texts or bytes. */
type ZipFiles = Readonly<Record<string, string | Uint8Array>>;

/** Endings of what is packed already: packing it again would only cost time. */
const packed = /\.(png|jpg|docx|xlsx|zip|gz)$/;

/**
 * An archive whose bytes depend on nothing but names and contents.
 *
 * @param first names that stand first, in this order; all others follow by name
 */
export function zip(files: ZipFiles, first: readonly string[] = []): Uint8Array {
  const rest = Object.keys(files)
    .filter((name) => !first.includes(name))
    .sort();
  const entries = [...first.filter((name) => name in files), ...rest].map((name): [string, Zippable[string]] => {
    const content = files[name]!;
    return [
      name,
      [
        typeof content === "string" ? strToU8(content) : content,
        // Made on no system in particular: permissions are left out.
        { level: packed.test(name) ? 0 : 6, mtime: fixedTime(), os: 0, attrs: 0 },
      ],
    ];
  });
  return zipSync(Object.fromEntries(entries));
}

/** Unpacks an archive that a library has made, and packs it with fixed times; `change` may rewrite a file of it. */
export function repacked(
  archive: Uint8Array,
  first: readonly string[],
  change: (name: string, content: Uint8Array) => string | Uint8Array = (_, content) => content,
): Uint8Array {
  const files = Object.entries(unzipSync(archive))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, content]) => [name, change(name, content)] as const);
  return zip(Object.fromEntries(files), first);
}
