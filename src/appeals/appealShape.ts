import type { AnyFacts } from "../model/facts.ts";
import { markup, type Markup } from "../words/markup.ts";

/**
 * Which elements an appeal is made of. Alone on a page its title heads that, and its parts are landmarks. In a bundle it is
 * an article below the bundle's title: dozens of landmarks of the same names would lead nobody anywhere.
 */
export interface AppealShape {
  isArticle: boolean;
  title: "h1" | "h2";
  part: "h2" | "h3";
  detail: "h3" | "h4";
  /** The element beside the texts. */
  about: "aside" | "div";
  /** Attributes of a part of the appeal, and of the heading that names it. */
  named: (name: string) => Markup;
  naming: (name: string) => Markup | null;
}

const page: AppealShape = {
  isArticle: false,
  title: "h1",
  part: "h2",
  detail: "h3",
  about: "aside",
  named: (name) => markup` aria-labelledby="${name}"`,
  naming: (name) => markup` id="${name}"`,
};
const article: AppealShape = {
  isArticle: true,
  title: "h2",
  part: "h3",
  detail: "h4",
  about: "div",
  named: (name) => markup` data-part="${name}"`,
  naming: () => null,
};

export function appealShape({ portal }: Pick<AnyFacts, "portal">): AppealShape {
  return portal.appealBundles === undefined ? page : article;
}
