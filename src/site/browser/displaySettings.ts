import { loosenSpaces } from "./looseSpaces.ts";
import { displayKey, displaySettings } from "../displaySettings.ts";

/** Keeps the reader's display settings from page to page. Without this script they hold on the page they are chosen on. */
const form = document.querySelector<HTMLFormElement>("[data-display]");
const root = document.documentElement;

function apply(name: string, value: string): void {
  if (value === "usual") delete root.dataset[name];
  else root.dataset[name] = value;
  // Without pictures their figures are in the tables: opened, not left to be found.
  if (name === "pictures" && value === "off")
    for (const details of document.querySelectorAll<HTMLDetailsElement>("figure details")) details.open = true;
}

loosenSpaces();
if (form) {
  for (const { name } of displaySettings) {
    const kept = root.dataset[name];
    const input = kept && form.querySelector<HTMLInputElement>(`[name="display-${name}"][value="${CSS.escape(kept)}"]`);
    if (input) {
      input.checked = true;
      apply(name, kept);
    }
  }
  const keep = (): void => {
    const chosen = Object.fromEntries(
      displaySettings.map(({ name }) => [
        name,
        form.querySelector<HTMLInputElement>(`[name="display-${name}"]:checked`)?.value ?? "usual",
      ]),
    );
    for (const [name, value] of Object.entries(chosen)) apply(name, value);
    loosenSpaces();
    try {
      localStorage.setItem(displayKey, JSON.stringify(chosen));
    } catch {
      // Storage is closed to the page: the choice holds until it is left.
    }
  };
  form.addEventListener("change", keep);
  form.addEventListener("reset", () => setTimeout(keep));
}
