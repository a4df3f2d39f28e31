import { expect, test } from "vitest";
import { observationsOf } from "../../src/flow/observations.ts";

const file = (source: string, edition: string) => ({ source, edition }) as never;

test("an appeal is followed on while the newest export of a source that has not ended holds it", () => {
  const observed = observationsOf(
    {
      editions: ["2026-08-31", "2026-09-30", "2026-10-31"],
      files: [
        file("register", "2026-09-30"),
        file("register", "2026-10-31"),
        file("slow", "2026-09-30"),
        file("ended", "2026-08-31"),
        file("delta", "2026-10-31"),
      ],
      recorded: { register: [], slow: [], ended: [], delta: [] },
      deltas: ["delta"],
    },
    { timeZone: "Europe/Moscow", sources: [], lastEvents: [] },
  );
  const isFollowedOn = (source: string, edition: string) => observed.get(source)!.isFollowedOn(edition);
  expect(isFollowedOn("register", "2026-10-31")).toBe(true);
  // It has vanished from the newest snapshot.
  expect(isFollowedOn("register", "2026-09-30")).toBe(false);
  // Its export of October is only late.
  expect(isFollowedOn("slow", "2026-09-30")).toBe(true);
  expect(isFollowedOn("ended", "2026-08-31")).toBe(false);
  // What deltas do not repeat has not changed.
  expect(isFollowedOn("delta", "2026-08-31")).toBe(true);
});
