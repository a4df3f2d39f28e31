import sax from "sax";
import { FileFault } from "../fileFault.ts";

export interface XmlHandler {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/**
 * Walks through XML of any size. Entities of a document's own are not expanded, and nothing outside it is read.
 *
 * @yields the length of each chunk once it is read, so that the caller can take what the handler has gathered
 * @throws FileFault FILE_TRUNCATED where it is not well-formed
 */
export async function* walkXml(bytes: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<number> {
  const parser = sax.parser(true, { position: false });
  let broken = false;
  parser.onopentag = ({ name, attributes }) => handler.open?.(localName(name), attributes as Record<string, string>);
  parser.ontext = (text) => handler.text?.(text);
  parser.oncdata = (text) => handler.text?.(text);
  parser.onclosetag = (name) => handler.close?.(localName(name));
  parser.onerror = () => {
    broken = true;
    parser.resume();
  };
  const decoder = new TextDecoder();
  for await (const chunk of bytes) {
    parser.write(decoder.decode(chunk, { stream: true }));
    if (broken) throw new FileFault("FILE_TRUNCATED");
    yield chunk.length;
  }
  parser.write(decoder.decode());
  try {
    parser.close();
  } catch {
    broken = true;
  }
  if (broken) throw new FileFault("FILE_TRUNCATED");
  yield 0;
}
