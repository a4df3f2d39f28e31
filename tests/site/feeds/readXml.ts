import sax from "sax";

/** An element as a strict reader of XML sees it. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  /** Its own text, entities resolved. */
  text: string;
  inside: Element[];
}

/** @throws where the text is no well-formed XML 1.0 */
export function readXml(xml: string): Element {
  // The parser lets through what the standard forbids: https://www.w3.org/TR/xml/#charsets
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(xml))
    throw new Error("A character that XML cannot hold");
  const top: Element = { name: "", attributes: {}, text: "", inside: [] };
  const open = [top];
  const parser = sax.parser(true);
  parser.onopentag = ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: "", inside: [] };
    open.at(-1)!.inside.push(element);
    open.push(element);
  };
  parser.ontext = (text) => (open.at(-1)!.text += text);
  parser.onclosetag = () => open.pop();
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(xml).close();
  return top.inside[0]!;
}

export const childrenOf = (element: Element, name: string): Element[] =>
  element.inside.filter((child) => child.name === name);
export const textOf = (element: Element, name: string): string | undefined => childrenOf(element, name)[0]?.text;
