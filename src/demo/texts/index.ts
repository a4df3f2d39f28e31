import { type Bank } from "../bank.ts";
import { heating } from "./heating.ts";

/** The bank of sentences of each sub-topic, by its code. */
export const banks: Readonly<Record<string, Bank>> = {
  heating,
};
