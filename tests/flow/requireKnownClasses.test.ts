import { expect, test } from "vitest";
import { requireKnownClasses } from "../../src/flow/requireKnownClasses.ts";
import { portalSchema } from "../../src/model/portal.ts";

const portalWith = (strict: string[]) =>
  portalSchema.parse({
    title: "Отклик",
    region: { name: "Край", in: "в Крае", of: "Края" },
    timeZone: "UTC",
    address: "https://otklik.example/",
    publisher: { name: "Пресс-служба", email: "press@otklik.example" },
    privacy: { strict },
  });

test("a strict class that no detector knows stops, for it would guard nothing", () => {
  expect(() => requireKnownClasses(portalWith(["passport", "card"]))).not.toThrow();
  expect(() => requireKnownClasses(portalWith(["passport", "pasport"]))).toThrow(
    expect.objectContaining({ code: "SETTINGS_INVALID" }),
  );
});
