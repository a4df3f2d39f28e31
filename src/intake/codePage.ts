import iconv from "iconv-lite";

const codePages = ["windows-1251", "windows-1252", "ibm866", "koi8-r", "iso-8859-5", "mac-cyrillic"] as const;
export type CodePage = (typeof codePages)[number];

export interface CodePageGuess {
  encoding: "utf-8" | CodePage;
  /** Sequences that are no UTF-8, where it is UTF-8 after all. */
  damaged: number;
}

/** Russian letters from the most to the least frequent. */
const byFrequency = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё";
const cyrillicPages = codePages.filter((page) => page !== "windows-1252");

/** How much like Russian text a byte is in a code page: small letters by frequency, capitals little, all else against it. */
function weightsOf(page: CodePage): Float64Array {
  const weights = new Float64Array(256);
  for (let byte = 128; byte < 256; byte += 1) {
    const letter = iconv.decode(Buffer.from([byte]), page);
    const rank = byFrequency.indexOf(letter);
    if (rank !== -1) weights[byte] = 1 / (1 + rank / 4);
    else if (byFrequency.includes(letter.toLowerCase())) weights[byte] = 0.1;
    else weights[byte] = /[«»№–—…“”„ \u00a0]/.test(letter) ? 0 : -1;
  }
  return weights;
}

interface HighBytes {
  /** How often each byte from 128 occurs in a run of three and more: in words of a non-Latin script. */
  inWords: Float64Array;
  /** High bytes in shorter runs: accented letters in Latin words, single signs. */
  apart: number;
  validSequences: number;
  damaged: number;
}

/** Looks at every byte above 127: whether it is part of valid UTF-8, and how many of them stand together. */
async function countHighBytes(chunks: AsyncIterable<Buffer>): Promise<HighBytes> {
  const counts: HighBytes = { inWords: new Float64Array(256), apart: 0, validSequences: 0, damaged: 0 };
  const run: number[] = [];
  let needed = 0;
  const endRun = (): void => {
    if (run.length >= 3) for (const byte of run) counts.inWords[byte] = (counts.inWords[byte] ?? 0) + 1;
    else counts.apart += run.length;
    run.length = 0;
  };
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      if (byte < 128) {
        if (needed > 0) counts.damaged += 1;
        needed = 0;
        if (run.length > 0) endRun();
        continue;
      }
      if (run.length < 4096) run.push(byte);
      if ((byte & 0xc0) === 0x80) {
        if (needed === 0) counts.damaged += 1;
        else if (--needed === 0) counts.validSequences += 1;
        continue;
      }
      if (needed > 0) counts.damaged += 1;
      needed = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    }
  }
  endRun();
  return counts;
}

/**
 * The encoding of a text that is not wholly UTF-8. Where nearly all sequences are UTF-8, it is damaged UTF-8. Where the
 * bytes above 127 stand in words of their own, it is the Cyrillic code page in which they look most like Russian; where
 * they stand one by one among Latin letters, it is Windows-1252.
 */
export async function guessCodePage(chunks: AsyncIterable<Buffer>): Promise<CodePageGuess> {
  const { inWords, apart, validSequences, damaged } = await countHighBytes(chunks);
  if (validSequences > damaged * 10) return { encoding: "utf-8", damaged };
  const wordBytes = inWords.reduce((sum, count) => sum + count, 0);
  if (wordBytes <= apart) return { encoding: "windows-1252", damaged: 0 };
  const scores = cyrillicPages.map((page) => {
    const weights = weightsOf(page);
    return { page, score: inWords.reduce((sum, count, byte) => sum + count * (weights[byte] ?? 0), 0) };
  });
  const best = scores.reduce((left, right) => (right.score > left.score ? right : left));
  return { encoding: best.page, damaged: 0 };
}
