import { expect, test } from "vitest";
import { dueMoment } from "../../src/model/dueMoment.ts";
import { zoneOffsets } from "../../src/model/zoneOffset.ts";

const moscow = zoneOffsets("Europe/Moscow");

test("a deadline is told by its last day where it ends with a day, and by the minute where it does not", () => {
  // Received at 21:09, due by the end of the eighth day: 8 days and 2 h 51 min, rounded as published.
  expect(dueMoment("2026-01-10T21:09+03:00", 8.11875, moscow)).toBe("2026-01-18");
  expect(dueMoment("2026-01-10T21:09+03:00", 8.11874, moscow)).toBe("2026-01-18");
  expect(dueMoment("2026-01-10T21:09+03:00", 1, moscow)).toBe("2026-01-11T21:09+03:00");
  expect(dueMoment("2026-01-10", 30, moscow)).toBe("2026-02-09");
  expect(dueMoment("2026-01-10", 1.5, moscow)).toBe("2026-01-11");
});

test("a deadline behind a change of the clocks is told in the time of its own day", () => {
  expect(dueMoment("2026-03-28T12:00+01:00", 1, zoneOffsets("Europe/Paris"))).toBe("2026-03-29T13:00+02:00");
});
