import type { FramedDrawing } from "../../../charts/framedDrawing.ts";
import type { TakenPicture } from "../../takenPicture.ts";
import { plainSvg } from "./plainSvg.ts";

/** What a figure of the page shows and says: its picture tells the same. @throws Error where it has no drawing */
export function shownFigure(figure: Element, { mark, name, source }: TakenPicture): FramedDrawing {
  const drawing = figure.querySelector<SVGSVGElement>("svg.wide") ?? figure.querySelector<SVGSVGElement>(".map > svg");
  if (drawing === null) throw new Error("A figure has no drawing");
  const { x, y, width, height } = drawing.viewBox.baseVal;
  const texts = (selector: string): string[] =>
    [...figure.querySelectorAll(selector)].map((element) => element.textContent.trim());
  return {
    mark,
    name,
    title: texts("h3")[0] ?? "",
    // What follows is the link to the definition.
    subtitle: figure.querySelector(".subtitle")?.firstChild?.textContent?.trim().replace(/\.$/u, "") ?? "",
    description: drawing.getAttribute("aria-label") ?? drawing.querySelector("desc")?.textContent ?? "",
    key: [...figure.querySelectorAll<SVGSVGElement>(".key li > svg")].map((sample) => ({
      label: sample.parentElement!.textContent.trim(),
      sample: plainSvg(sample),
      width: sample.width.baseVal.value,
      height: sample.height.baseVal.value,
    })),
    remarks: [...texts(".key .remark"), ...texts(".warning")],
    drawing: { left: x, top: y, width, height, content: plainSvg(drawing) },
    foot: [...texts(".attribution"), source],
  };
}
