import { createDurations } from "../../words/durations.ts";
import { createFigureText, type FigureText } from "../../words/figureText.ts";
import { createFormats, type Formats } from "../../words/formats.ts";
import { keepFigures } from "../../words/keepFigures.ts";
import { createTexts } from "../../words/texts.ts";
// "import type": the browser has the few texts alone that its page hands over.
import type { Voice } from "../../words/language.ts";
import type { Noun, StringKey } from "../../words/translate.ts";
import type { BuiltFigure } from "./buildTable.ts";
import type { BuilderSettings } from "./builderSettings.ts";

export interface BuilderTexts {
  formats: Formats;
  cite: (values: Record<"name" | "date" | "address", string>) => string;
  /** A figure as pages write it, in the narrow form of their tables. */
  figure: (built: BuiltFigure) => FigureText;
}

/** The rules by which pages write figures (words/figureText.ts), in the browser. @param shown fewer appeals than this are hidden */
export function builderTexts({ language, texts, words, portal, region }: BuilderSettings, shown: number): BuilderTexts {
  const formats = createFormats(language);
  const { text, form } = createTexts<string>("The page", texts, language, {
    write: formats.integer,
    before: keepFigures,
  });
  const t = (key: StringKey, values = {}): string =>
    key === ("figure.missing.not-computed" as StringKey) ? words["not-computed"] : text(key, values);
  const counted = (count: number, noun: Noun): string => text(form(`count.${noun}` as never, count), { n: count });
  const durations = createDurations({ t, counted } as Voice, formats);
  const voice = { language, ...formats, ...durations, t, counted, shortDuration: durations.short } as unknown as Voice;
  const write = createFigureText(voice, shown);
  return {
    formats,
    cite: (values) => text("cite.text", { ...values, title: portal, region }).replace(/[\s\u00a0]+/gu, " "),
    figure: ({ figure, precision }) => {
      if (figure.state === "hidden" || figure.state === "missing") return write.count(figure as never);
      if (figure.state === "not-reached" || "days" in figure)
        return { ...write.shortWait(figure, precision, 0), note: null };
      if ("part" in figure) return write.share(figure);
      return "n" in figure ? write.mean(figure) : write.count(figure);
    },
  };
}
