/** Pages follow each other in the same thread: neighbours have the most in common. */
const batch = 100;
/** Tables are long, and the last to start would be waited for. */
const isLong = /^data\/(?:appeals|facts|months)/u;
/** A site of no more files is looked through in less time than a second thread takes to get ready. */
const smallSite = 700;

/**
 * Divides files of a site into what is given to a thread at a time; as many threads are of use as there are batches.
 *
 * @param files those to be looked at
 * @param all how many files the site has
 */
export function verifyBatches(files: readonly string[], all: number): (readonly string[])[] {
  if (all <= smallSite) return files.length === 0 ? [] : [files];
  const others = files.filter((file) => !isLong.test(file));
  const alone = files.filter((file) => isLong.test(file)).map((file) => [file]);
  return [
    ...alone,
    ...Array.from({ length: Math.ceil(others.length / batch) }, (_, at) => others.slice(at * batch, (at + 1) * batch)),
  ];
}
