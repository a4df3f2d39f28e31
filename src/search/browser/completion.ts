import type { Conversation } from "./conversation.ts";
import { element, required } from "./element.ts";

/** Offers what the word being typed may become, in the browser's own list under the field. */
export function completion(root: HTMLElement, words: HTMLInputElement, { ask }: Conversation): void {
  const list = required<HTMLElement>(root, "[data-search-words]");
  const pause = 120;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let newest = 0;
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    newest += 1;
    const mine = newest;
    waiting = setTimeout(() => {
      const typed = words.value;
      if (!/\p{L}{2}$/u.test(typed) || words.selectionEnd !== typed.length) return list.replaceChildren();
      ask("complete", typed).then(
        (completed) => {
          if (mine !== newest) return;
          list.replaceChildren(
            ...completed.map((value) => {
              const option = element("option", "") as HTMLOptionElement;
              option.value = value;
              return option;
            }),
          );
        },
        // Typing goes on without.
        () => list.replaceChildren(),
      );
    }, pause);
  });
}
