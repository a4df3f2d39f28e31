/**
 * Says of an edition that is late that it is: a page has the same bytes whenever it was built, and only who reads it knows what
 * day it is. Shown a day after the promised one, so that no time zone makes it false; without a script the page names the day alone.
 */
const dayInMilliseconds = 86_400_000;

for (const late of document.querySelectorAll<HTMLElement>("[data-promised]")) {
  const promised = Date.parse(`${late.dataset["promised"] ?? ""}T00:00:00Z`);
  if (Date.now() > promised + 2 * dayInMilliseconds) late.hidden = false;
}

export {};
