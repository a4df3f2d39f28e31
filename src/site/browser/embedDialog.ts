import { embedFragment, embedHtml, embedThemes } from "../embedding.ts";
import { heightListener } from "../heightMessage.ts";
import "./copyText.ts";

/**
 * Lets a reader choose what the code shows, and opens the form as a dialog from the links beside figures and charts. It is the
 * same form: it moves into the dialog and, when that is closed, back to its place.
 */
for (const home of document.querySelectorAll<HTMLElement>("[data-embed]")) {
  const form = home.querySelector<HTMLFormElement>("[data-embed-form]");
  const dialog = home.querySelector<HTMLDialogElement>("[data-embed-dialog]");
  const choice = home.querySelector<HTMLElement>("[data-embed-choice]");
  const part = home.querySelector("select");
  const code = home.querySelector("textarea");
  const preview = home.querySelector<HTMLAnchorElement>("[data-embed-preview]");
  if (!form || !dialog || !choice || !part || !code || !preview) continue;
  const page = (preview.getAttribute("href") ?? "").replace(/#.*$/u, "");

  const write = (): void => {
    const chosen = part.selectedOptions[0];
    const said = new FormData(form);
    const theme = embedThemes.find((one) => one === said.get("embed-theme")) ?? null;
    const fragment = embedFragment(part.value, theme);
    const title = (form.dataset["frame"] ?? "").replace("{part}", () => chosen?.text ?? "");
    const height = chosen?.dataset["height"];
    const frame = embedHtml((form.dataset["address"] ?? "") + fragment, { title, height: Number(height) });
    code.value = said.has("embed-fit") ? `${frame}\n${heightListener}` : frame;
    preview.href = page + fragment;
  };
  form.addEventListener("input", write);
  // What a browser remembers of a form when one comes back to it.
  write();

  for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-embed-part]"))
    link.addEventListener("click", (event) => {
      event.preventDefault();
      part.value = link.dataset["embedPart"] ?? "";
      write();
      dialog.append(form);
      dialog.showModal();
    });
  dialog.addEventListener("close", () => home.prepend(form));
}
