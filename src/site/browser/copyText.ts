/** Buttons that copy a text: shown only where copying can work. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copies]")) {
  const source = document.getElementById(button.dataset["copies"] ?? "");
  if (!(source instanceof HTMLTextAreaElement)) continue;
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) continue;
  const words = button.textContent;
  button.hidden = false;
  button.addEventListener("click", () => {
    source.select();
    clipboard.writeText(source.value).then(
      () => {
        button.textContent = button.dataset["copied"] ?? words;
        setTimeout(() => (button.textContent = words), 3000);
      },
      // The text is selected: the reader's own keys copy it.
      () => undefined,
    );
  });
}
