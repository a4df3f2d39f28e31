/** Shows the buttons that copy a text, which need a script, and says for a moment that they did. The text can be selected without them. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
  const text = document.getElementById(button.dataset["copy"] ?? "");
  if (text === null || !("clipboard" in navigator)) continue;
  const name = button.textContent;
  button.hidden = false;
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(text.innerText).then(() => {
      button.textContent = button.dataset["copied"] ?? name;
      setTimeout(() => (button.textContent = name), 2000);
    });
  });
}
