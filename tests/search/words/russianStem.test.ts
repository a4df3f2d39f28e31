import fc from "fast-check";
import { expect, test } from "vitest";
import { stemRussian } from "../../../src/search/words/russianStem.ts";

// Facts about the algorithm: the sample table of https://snowballstem.org/algorithms/russian/stemmer.html
const published =
  `в в · вавиловка вавиловк · вагнера вагнер · вагон вагон · вагона вагон · вагоне вагон · вагонов вагон · вагоном вагон · вагоны вагон
важная важн · важнее важн · важнейшие важн · важнейшими важн · важничал важнича · важно важн · важного важн · важное важн · важной важн · важном важн
важному важн · важности важност · важностию важност · важность важност · важностью важност · важную важн · важны важн · важные важн · важный важн
важным важн · важных важн · вазах ваз · вазы ваз · вакса вакс · вакханка вакханк · вал вал · валандался валанда · валентина валентин · валериановых валерианов
валерию валер · валетами валет · п п · па па · пава пав · павел павел · павильон павильон · павильонам павильон · павла павл · павлиний павлин
павлиньи павлин · павлиньим павлин · павлович павлович · павловна павловн · павловцы павловц · павлыч павлыч · пагоды пагод · падает пада · падай пада
падал пада · падала пада · падаль падал · падать пада · падаю пада · падают пада · падающего пада · падающие пада · падеж падеж · падение паден
падением паден · падении паден · падений паден · падения паден · паденье паден · паденья паден · падет падет · падут падут · падучая падуч · падчерицей падчериц
падчерицы падчериц · падшая падш`
    .split(/ · |\n/)
    .map((pair) => pair.trim().split(" ") as [string, string]);

test("stems are those that the authors of the algorithm publish", () => {
  expect(published.map(([word]) => [word, stemRussian(word)])).toEqual(published);
});

test("adjectives in -ый, -ий, -ой meet their other forms", () => {
  for (const forms of [
    "готовый готового готовая готовыми",
    "детский детской детскую",
    "городской городского городские",
  ])
    expect(new Set(forms.split(" ").map(stemRussian)).size).toBe(1);
});

test("a stem is the beginning of its word and never empty", () => {
  const word = fc.string({ unit: fc.constantFrom(..."абвгдежзийклмнопрстуфхцчшщъыьэюя"), minLength: 1, maxLength: 20 });
  fc.assert(fc.property(word, (text) => text.startsWith(stemRussian(text)) && stemRussian(text).length > 0));
});
