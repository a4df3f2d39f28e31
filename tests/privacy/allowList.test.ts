import { describe, expect, test } from "vitest";
import { createAllowList } from "../../src/privacy/allowList.ts";
import { createDetectionContext, detect } from "../../src/privacy/detect.ts";
import { mask } from "../../src/privacy/mask.ts";

const allowList = createAllowList({ officials: ["Иванова Мария Петровна"], phones: ["+7 (4912) 55-66-77"], mailboxes: ["info@region.example", "@ministry.example"], profiles: ["vk.com/region", "@region_bot"] });
const context = createDetectionContext({ allowList });
const published = (text: string): string => mask(text, detect(text, context)).text;

describe("The allow-list of a portal", () => {
  test.each(["Мария Петровна Иванова", "министру Ивановой Марии Петровне", "Иванова М. П.", "М.П. Иванова", "Марии Петровне", "Звоните 8 4912 55-66-77", "тел. (4912) 55-66-77", "info@region.example", "oleg@ministry.example", "https://vk.com/region", "@region_bot"])("leaves «%s»", (text) => {
    expect(published(text)).toBe(text);
  });

  test.each([["Иванова Мария Сергеевна", "[ФИО]"], ["Иванова Ольга Петровна", "[ФИО]"], ["Иванова К. П.", "[ФИО]"], ["8 4912 55-66-78", "[телефон]"], ["info2@region.example", "[эл. почта]"], ["a@notministry.example", "[эл. почта]"], ["vk.com/regional", "[профиль]"]])("masks «%s», which is like an allowed one", (text, expected) => {
    expect(published(text)).toBe(expected);
  });
});
