import type { SearchState } from "../read/addressState.ts";
import type { SearchAnswer } from "../read/searchAnswer.ts";
import type { Conversation } from "./conversation.ts";
import type { CountLine } from "./countLine.ts";
import type { HitList } from "./hitList.ts";
import { SearchUnavailable, type SearchFault } from "./readFile.ts";

/** Shards that are counted unasked: some hundred kilobytes. Of more the reader decides. */
const fewShards = 8;

/** What asks and what shows. */
export interface AskingParts {
  conversation: Conversation;
  line: CountLine;
  list: HitList;
  /** Is busy until the first hits are there. */
  results: HTMLElement;
  /** Appeals of the portal. */
  total: number;
  wantsMarks: () => boolean;
  showAround: (state: SearchState, answer: SearchAnswer) => void;
  /** @param again tries once more */
  showFault: (fault: SearchFault, again: () => void) => void;
}

/** One question of the reader's, which takes one answer or two. */
interface Inquiry {
  state: SearchState;
  pause: number;
  again: () => void;
  /** What decides how many hits there are: filters and further pages do not. */
  words: string;
  hasHits: boolean;
}

/** Asks the worker what the reader asks, and has the answers shown. An older question's answer is of no use any more. */
export class Asking {
  readonly #parts: AskingParts;
  #newest: Inquiry | null = null;
  /** The words whose hits have all been counted: another filter or a further page costs nothing then. */
  #counted = "";

  constructor(parts: AskingParts) {
    this.#parts = parts;
  }

  /**
   * First hits first; then, where that is not much, all of them are counted.
   *
   * @param pause until they are, in milliseconds
   * @param again asks anew what stands in the form by then
   */
  ask(state: SearchState, pause: number, again: () => void): void {
    const inquiry: Inquiry = { state, pause, again, words: JSON.stringify([state.typed, state.order]), hasHits: false };
    this.#newest = inquiry;
    this.#parts.line.clear(this.#parts.list.isAwaited());
    void this.#run(inquiry, this.#counted === inquiry.words ? "all" : "first");
  }

  async #run(inquiry: Inquiry, scope: "first" | "all"): Promise<void> {
    const { conversation, line, results, total, wantsMarks } = this.#parts;
    const { typed, filters, order, shown: limit } = inquiry.state;
    if (!inquiry.hasHits) results.setAttribute("aria-busy", "true");
    try {
      const answer = await conversation.ask(
        "search",
        { typed, filters, order, limit, marks: wantsMarks(), scope },
        (searched) => this.#isNewest(inquiry) && searched < total && line.counting(searched),
      );
      if (!this.#isNewest(inquiry)) return;
      this.#show(inquiry, answer);
    } catch (error) {
      if (!this.#isNewest(inquiry)) return;
      this.#fail(inquiry, error);
    }
    if (this.#isNewest(inquiry)) results.setAttribute("aria-busy", "false");
  }

  #show(inquiry: Inquiry, answer: SearchAnswer): void {
    const { line, list, showAround } = this.#parts;
    if (inquiry.hasHits) list.showRest(answer);
    else list.show(answer, inquiry.state.shown);
    inquiry.hasHits = true;
    if (answer.complete) this.#counted = inquiry.words;
    const isMuch = answer.remaining > fewShards;
    const byWords = inquiry.state.typed.trim() !== "";
    line.show(answer, byWords, !answer.complete && isMuch ? () => this.#count(inquiry) : null);
    showAround(inquiry.state, answer);
    if (answer.complete || isMuch) return;
    line.counting();
    setTimeout(() => this.#isNewest(inquiry) && void this.#run(inquiry, "all"), inquiry.pause);
  }

  #fail(inquiry: Inquiry, error: unknown): void {
    if (!inquiry.hasHits) this.#parts.list.clear();
    this.#parts.showFault(
      error instanceof SearchUnavailable ? error.fault : "broken",
      inquiry.hasHits ? () => this.#count(inquiry) : inquiry.again,
    );
  }

  #count(inquiry: Inquiry): void {
    this.#parts.line.counting();
    void this.#run(inquiry, "all");
  }

  #isNewest(inquiry: Inquiry): boolean {
    return this.#newest === inquiry;
  }
}
