/**
 * Gets the script of the form for embedding once a reader turns to it. What that script shows is shown from the beginning, so
 * that nothing on the page moves later.
 */
let isThere = false;
let coming: Promise<unknown> | null = null;
const bring = (): Promise<unknown> => (coming ??= import("./embedDialog.ts").then(() => (isThere = true)));

for (const choice of document.querySelectorAll<HTMLElement>("[data-embed-choice]")) choice.hidden = false;
if ((navigator.clipboard as Clipboard | undefined) !== undefined)
  for (const button of document.querySelectorAll<HTMLElement>("[data-embed] [data-copy]")) button.hidden = false;

for (const place of document.querySelectorAll<HTMLElement>("[data-embed], [data-embed-part]")) {
  for (const turned of ["focusin", "pointerenter"]) place.addEventListener(turned, () => void bring(), { once: true });
  place.addEventListener("click", (event) => {
    const pressed = (event.target as Element).closest<HTMLElement>("[data-embed-part], [data-copy]");
    if (isThere || pressed === null) return;
    event.preventDefault();
    bring().then(
      () => pressed.click(),
      // The line is down: the code of the whole page stands below.
      () => location.assign("#embed"),
    );
  });
}
