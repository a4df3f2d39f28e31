import { againstUsual, type ToldWait } from "../../appeals/againstUsual.ts";
import type { UsualWaits } from "../../appeals/usualWaits.ts";

/** Shows beside an appeal how long half of its agency's wait. The figures come ready from a file of the agency. */
const place = document.querySelector<HTMLElement>("[data-usual]");
// Where the file cannot be had, the link that stands above is what there is.
if (place) void show(place).catch(() => {});

async function show({ dataset }: HTMLElement): Promise<void> {
  const response = await fetch(dataset["usual"]!);
  if (!response.ok) throw new Error(String(response.status));
  const { channels, verdicts } = (await response.json()) as UsualWaits;
  const usual = channels[dataset["channel"] as keyof UsualWaits["channels"]];
  if (!usual) return;
  const own = JSON.parse(dataset["waits"]!) as ToldWait[];
  const list = document.createElement("dl");
  for (const wait of usual.waits) {
    const told = own.find(({ event }) => event === wait.event);
    const verdict = told && againstUsual(told, wait);
    list.append(
      element(
        "div",
        element("dt", wait.label),
        element("dd", element("b", wait.text), ...(verdict ? [element("span", verdicts[wait.event][verdict])] : [])),
      ),
    );
  }
  place!.append(list, element("p", usual.note));
}

function element(name: string, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
