import { mapInk } from "../../../charts/map/mapInk.ts";

/**
 * The inside of a drawing of the page as it can stand alone: outlines that are drawn elsewhere on the page are put in, looks that
 * classes give become attributes, and links and words for those who hear the page stay behind.
 *
 * @returns SVG; colours are values or `var(--TOKEN)`
 */
export function plainSvg(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  for (const spoken of copy.querySelectorAll("title, desc, defs")) spoken.remove();
  for (const used of copy.querySelectorAll("use")) {
    const outline = document.querySelector(used.getAttribute("href") ?? "")?.cloneNode() as SVGElement | undefined;
    outline?.removeAttribute("id");
    outline?.setAttribute("class", used.getAttribute("class") ?? "");
    used.replaceWith(outline ?? "");
  }
  for (const link of copy.querySelectorAll("a, g")) {
    const group = document.createElementNS(copy.namespaceURI, "g");
    group.append(...link.childNodes);
    if (link.hasAttribute("transform")) group.setAttribute("transform", link.getAttribute("transform")!);
    link.replaceWith(group);
  }
  for (const element of copy.querySelectorAll("[class]")) {
    const ink = [...element.classList].flatMap((name) => Object.entries(mapInk[name] ?? {}));
    for (const [name, value] of ink) element.setAttribute(name, value);
  }
  for (const element of copy.querySelectorAll("*"))
    for (const { name } of [...element.attributes])
      if (name === "class" || name.startsWith("data-a-")) element.removeAttribute(name);
  // As XML, which knows no named characters: HTML would write &nbsp;.
  const writer = new XMLSerializer();
  return [...copy.children].map((element) => writer.serializeToString(element)).join("");
}
