import type { Token } from "./tokens.ts";

/** How sure a mention is: confirmed is masked always; doubtful by a setting; faint only in strict mode. */
export const FAINT = 1;
export const DOUBTFUL = 2;
export const CONFIRMED = 3;

/** A run of tokens read as the name of one person. Indexes of tokens, `last` inclusive. */
export interface Mention {
  readonly first: number;
  readonly last: number;
  readonly level: number;
  /** full: with a patronymic; initials; pair: first name and surname; lone: one word. */
  readonly kind: "full" | "initials" | "pair" | "lone";
}

/** Whether nothing but spaces stands between the token and the one before it, on one line. */
export function continues(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return token !== undefined && token.breaks === 0;
}
