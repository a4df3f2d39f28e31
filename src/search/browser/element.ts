/** The one element of the page that a selector means. @throws where the page has none: script and page do not fit */
export function required<Found extends Element>(root: ParentNode, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (found === null) throw new Error(`The search page has no ${selector}`);
  return found;
}

/** A new element. Texts stay texts, whatever they contain. */
export function element(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.append(...children);
  return made;
}

/** A new button that does something when pressed. */
export function actionButton(label: string, action: () => void): HTMLButtonElement {
  const button = element("button", "", label) as HTMLButtonElement;
  button.type = "button";
  button.addEventListener("click", action);
  return button;
}
