import fc from "fast-check";
import { expect, test } from "vitest";
import { stemsOf } from "../../../src/search/words/analyzer.ts";
import { stemEnglish } from "../../../src/search/words/englishStem.ts";

// Facts about the algorithm: the sample table of https://snowballstem.org/algorithms/english/stemmer.html
const published =
  `consign consign · consigned consign · consigning consign · consignment consign · consist consist · consisted consist · consistency consist
consistent consist · consistently consist · consisting consist · consists consist · consolation consol · consolations consol · consolatory consolatori
console consol · consoled consol · consoles consol · consolidate consolid · consolidated consolid · consolidating consolid · consoling consol
consolingly consol · consols consol · consonant conson · consort consort · consorted consort · consorting consort · conspicuous conspicu
conspicuously conspicu · conspiracy conspiraci · conspirator conspir · conspirators conspir · conspire conspir · conspired conspir · conspiring conspir
constable constabl · constables constabl · constance constanc · constancy constanc · constant constant · knack knack · knackeries knackeri · knacks knack
knag knag · knave knave · knaves knave · knavish knavish · kneaded knead · kneading knead · knee knee · kneel kneel · kneeled kneel · kneeling kneel
kneels kneel · knees knee · knell knell · knelt knelt · knew knew · knick knick · knif knif · knife knife · knight knight · knightly knight · knights knight
knit knit · knits knit · knitted knit · knitting knit · knives knive · knob knob · knobs knob · knock knock · knocked knock · knocker knocker
knockers knocker · knocking knock · knocks knock · knopp knopp · knot knot · knots knot`
    .split(/ · |\n/)
    .map((pair) => pair.trim().split(" ") as [string, string]);

test("stems are those that the authors of the algorithm publish", () => {
  expect(published.map(([word]) => [word, stemEnglish(word)])).toEqual(published);
});

test("words of appeals meet their other forms", () => {
  for (const forms of [
    "road roads",
    "repair repairs repaired repairing",
    "agency agencies",
    "pothole potholes",
    "reply replies replied",
    "collect collection collected collecting",
    "heating heated heat heats",
  ])
    expect(new Set(forms.split(" ").map(stemEnglish)).size, forms).toBe(1);
});

test("English portals get English stems, Russian ones keep Latin words as they are", () => {
  expect(stemsOf("Street lights are broken", "en")).toEqual(["street", "light", "broken"]);
  expect(stemsOf("Lights", "ru")).toEqual(["lights"]);
  expect(stemsOf("Lights", "en")).toEqual(["light"]);
});

test("a stem is never empty and never longer than its word by more than a letter", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"), minLength: 1, maxLength: 20 });
  fc.assert(fc.property(word, (text) => stemEnglish(text).length > 0 && stemEnglish(text).length <= text.length + 1));
});
