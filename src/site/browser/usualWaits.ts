import { againstUsual, type ToldWait } from "../../appeals/againstUsual.ts";
import { askedAppeal } from "./askedAppeal.ts";
import type { UsualWaits } from "../../appeals/usualWaits.ts";

/** Shows beside an appeal how long half of its agency's wait. The figures come ready from a file of the agency. */
function showAsked(): void {
  const shown = askedAppeal() ?? document.querySelector("main > article");
  const place = shown?.querySelector<HTMLElement>("[data-usual]");
  // Where the file cannot be had, the link that stands above is what there is.
  if (place && place.childElementCount === 0) void show(place).catch(() => {});
}
showAsked();
// In a bundle another appeal may be asked for.
addEventListener("hashchange", showAsked);

async function show(place: HTMLElement): Promise<void> {
  const { dataset } = place;
  const response = await fetch(dataset["usual"]!);
  if (!response.ok) throw new Error(String(response.status));
  const { channels, verdicts } = (await response.json()) as UsualWaits;
  const usual = channels[dataset["channel"] as keyof UsualWaits["channels"]];
  if (!usual || place.childElementCount > 0) return;
  const own = JSON.parse(dataset["waits"]!) as ToldWait[];
  const list = document.createElement("dl");
  for (const wait of usual.waits) {
    const told = own.find(({ event }) => event === wait.event);
    const verdict = told && againstUsual(told, wait);
    list.append(
      element(
        "div",
        element("dt", wait.label),
        element(
          "dd",
          element("b", wait.text),
          ...(verdict ? ["; ", element("span", verdicts[wait.event][verdict])] : []),
        ),
      ),
    );
  }
  place.append(list, element("p", usual.note));
}

function element(name: string, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
