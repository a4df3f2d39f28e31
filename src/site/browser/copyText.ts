/** Shows the buttons that copy a text, which need a script, and says for a moment that they did. The text can be selected without them. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
  const source = document.getElementById(button.dataset["copy"] ?? "");
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (source === null || clipboard === undefined) continue;
  const name = [...button.childNodes];
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = source instanceof HTMLTextAreaElement ? source : null;
    field?.select();
    clipboard.writeText(field?.value ?? source.innerText).then(
      () => {
        button.textContent = button.dataset["copied"] ?? button.textContent;
        // With the part of its name that is heard and not seen.
        setTimeout(() => button.replaceChildren(...name), 2000);
      },
      // Not allowed: the text can be selected.
      () => undefined,
    );
  });
}
