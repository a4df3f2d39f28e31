import { falseAlarmRate } from "../../src/measure/rising/findRises.ts";
import { plantedBursts, quietYears, shareText } from "../../tests/measure/rising/trials.ts";

/** Regions from a small to a large one: 25 places and 29 topics, weeks that vary more than chance alone. */
const regions = [60, 230, 900, 3000].map((perWeek) => ({ perWeek, places: 25, topics: 29, spread: 0.04 }));
const seeds = 6;
const bursts = 40;

/**
 * How often the look for rises errs, and what it finds: false alarms in weekly and in monthly editions of quiet years (seasons,
 * holidays, growth and more spread than chance are no alarms), and planted bursts of three times the usual in one place.
 */
function benchRising(): void {
  console.log(
    `False alarms in quiet years; aim: at most 1 an edition; stated: any in at most ${falseAlarmRate} of editions`,
  );
  for (const region of regions)
    for (const [every, how] of [
      [1, "weekly "],
      [4, "monthly"],
    ] as const) {
      const { editions, alarms, most, disturbed } = quietYears(region, seeds, every);
      console.log(
        `  ${String(region.perWeek).padStart(5)} appeals a week, ${how}: ${(alarms / editions).toFixed(3)} an edition, at most ${most}; editions with any: ${shareText(disturbed, editions)}`,
      );
    }
  console.log(
    "Bursts of 3 times the usual in one place, found in the edition of their first week, and of their second",
  );
  for (const region of regions)
    for (const place of [0, 3, 8, 15, 24]) {
      const { usual, first, second } = plantedBursts(region, { place, times: 3 }, bursts);
      console.log(
        `  ${usual.toFixed(1).padStart(6)} appeals a week there, ${String(region.perWeek).padStart(4)} in the region: ${shareText(first, bursts)}; ${shareText(second, bursts)}`,
      );
    }
}

benchRising();
