import { expect, test } from "vitest";
import { createDetectionContext, detect } from "../../../src/privacy/detect.ts";
import type { AgencyGroup } from "../../../src/replies/groups/agencyGroups.ts";
import { groupIds } from "../../../src/replies/groups/groupIds.ts";

/** Groups of one appeal each. */
const groups = Array.from(
  { length: 3000 },
  (_, at) => ({ agency: at % 2 === 0 ? "roads" : null, members: [{ id: `appeal${at}` }] }) as unknown as AgencyGroup,
);
const ids = (replyTo: (id: string) => string): string[] => groupIds(groups, [], () => true, replyTo);

test("no id of a group reads as a telephone or another number, of however many there are", () => {
  const made = ids((id) => `Разъясняем порядок оплаты, ${id}`);
  const context = createDetectionContext();
  for (const id of made) {
    expect(id).toMatch(/^[0-9a-f]{12}$/u);
    for (const text of [id, `/replies/${id}/`]) expect(detect(text, context), text).toEqual([]);
  }
  // What it guards against: names of as many figures as chance gives are found.
  expect(detect("/replies/9671754551e0/", context).map((span) => span.class)).toEqual(["phone"]);
});

test("ids are made of agency and reply alone, and differ where these are the same", () => {
  const same = ids(() => "Работы запланированы");
  expect(new Set(same).size).toBe(groups.length);
  expect(ids(() => "Работы запланированы")).toEqual(same);
  expect(
    groupIds(
      groups.slice(0, 1),
      [],
      () => true,
      () => "Работы запланированы",
    ),
  ).toEqual(same.slice(0, 1));
});
