import { z } from "zod";
import { bundleNumbers } from "./appealBundle.ts";
import { nextEditionSchema } from "./nextEdition.ts";
import { isoDateSchema } from "./isoDate.ts";
import { normsSchema } from "./norm.ts";
import { workingHoursSchema } from "./workingHours.ts";

/** Languages that the portal's own texts exist in: src/strings. */
export const languageSchema = z.enum(["ru", "en"]);
export type Language = z.infer<typeof languageSchema>;

const timeZone = z.string().refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC", {
  error: "an IANA time zone such as Europe/Moscow",
});

/** data/portal.yaml: everything a press service decides about its portal. */
export const portalSchema = z.strictObject({
  /** Name of the portal in its header. */
  title: z.string().min(1),
  /** The territory in the forms that Russian sentences need: «Китежский край», «в Китежском крае», «Китежского края». */
  region: z.strictObject({ name: z.string().min(1), in: z.string().min(1), of: z.string().min(1) }),
  /** True labels every page as demonstration data. */
  demo: z.boolean().default(false),
  /** The portal's first language, which appeals are written in: its pages stand at the root. */
  language: languageSchema.default("ru"),
  /** Further languages, each with data/languages/LANGUAGE.yaml: their pages stand below /LANGUAGE/. */
  otherLanguages: z.array(languageSchema).default([]),
  /** Zone in which the exports' times are written and civil days are counted. Never the build machine's. */
  timeZone,
  /** Where the portal will stand, with a path where it is not the root: https://example.org/otklik/ */
  address: z
    .url({ protocol: /^https?$/ })
    .refine((address) => !/[?#@]/.test(address), { error: "an address without ?, # and @" }),
  publisher: z.strictObject({
    name: z.string().min(1),
    email: z.email(),
    /** The organisation's taxpayer number (ИНН), by which Russian registers of open data name its sets; left out: no such register. */
    inn: z
      .string()
      .regex(/^\d{10}$/, { error: "the ten digits of an organisation's INN, in quotation marks" })
      .optional(),
    phone: z
      .string()
      .regex(/^\+?[\d ()-]{5,20}$/, { error: "a telephone number" })
      .optional(),
    /** Where mistakes are reported: another mailbox, or the address of a form, with {what}, {address} and {edition} where it takes them. */
    corrections: z.union([z.email(), z.url({ protocol: /^https?$/ })]).optional(),
  }),
  /** On what terms others may use the data: the licence's name, its full text, and its code where it has one (SPDX). */
  licence: z
    .strictObject({
      name: z.string().min(1),
      address: z.url({ protocol: /^https?$/ }),
      code: z
        .string()
        .regex(/^[A-Za-z0-9.+-]+$/)
        .optional(),
    })
    .default({
      name: "Creative Commons Attribution 4.0 International (CC BY 4.0)",
      address: "https://creativecommons.org/licenses/by/4.0/",
      code: "CC-BY-4.0",
    }),
  /** full: a page for each appeal and search. figures-only: figures without any appeal. */
  appeals: z.enum(["full", "figures-only"]).default("full"),
  /** When readers may expect the next edition: a day, or how often editions come. Left out: nothing is promised. */
  nextEdition: nextEditionSchema.optional(),
  /** hashed: public ids are keyed hashes. registry: the registry number itself is public. */
  ids: z.enum(["hashed", "registry"]).default("hashed"),
  /** Letters of a hashed id: 10 where a portal began with such ids, whose addresses stay. */
  idLetters: z.union([z.literal(10), z.literal(13)]).default(13),
  /** each: a page for each appeal. bundled: dozens of appeals in a page. Left out: as the site before has it, else by their number. */
  appealPages: z.enum(["each", "bundled"]).optional(),
  /** Into how many bundles appeals are put. Left out: as the site before has it, else by their number. */
  appealBundles: z
    .number()
    .refine((bundles) => bundleNumbers.includes(bundles), { error: `one of ${bundleNumbers.join(", ")}` })
    .optional(),
  /** Whose boundaries the map of the region is drawn by: said beside it, and on every picture of it. */
  map: z
    .strictObject({
      attribution: z.string().min(1).max(200),
      /** Where these boundaries, or their terms, can be read. */
      address: z.url({ protocol: /^https?$/ }).optional(),
    })
    .optional(),
  norms: normsSchema.default([]),
  /** Norms in working time: the calendar (data/calendars/NAME-YEAR.csv), and the hours of every working day in the portal's zone. */
  calendar: z
    .string()
    .regex(/^[a-z]+$/)
    .default("ru"),
  workingHours: workingHoursSchema.default(["09:00-18:00"]),
  /** Before which day an edition is not to be published, and who saw it before: named with it on its page for the press. */
  embargo: z
    .strictObject({
      edition: isoDateSchema,
      until: isoDateSchema,
      /** Offices, not persons. */
      seenEarly: z.array(z.string().min(1)).default([]),
    })
    .optional(),
  minimum: z
    .strictObject({
      /** Fewer appeals than this: no rate and no time is shown. */
      shown: z.number().int().min(1),
      /** Fewer than this: listed, but not placed among the others. */
      compared: z.number().int().min(1),
    })
    .default({ shown: 5, compared: 30 }),
  /** Pages of one topic in one place. */
  crossings: z
    .strictObject({
      /** A topic and a place with fewer appeals of all time have no page together. */
      least: z.number().int().min(1).default(30),
      /** So many pages at most in each language, those with most appeals; 0: none. */
      most: z.number().int().min(0).max(5000).default(500),
    })
    .prefault({}),
  privacy: z
    .strictObject({
      /** The build stops when more than this share of appeals needed masking: the export is not anonymized then. */
      stopAbove: z.number().min(0).max(1).default(0.05),
      /** Classes of personal data that stop the build at the first sight instead of being masked. */
      strict: z.array(z.string()).default([]),
      /** What becomes of a find that may be something else, such as a lone surname that may be a street. */
      doubtful: z.enum(["mask", "review", "keep"]).default("mask"),
      /** Fewer appeals than this with one topic, place, month and channel: the place is raised to its parent, or the texts go. 1: off. */
      smallestGroup: z.number().int().min(1).default(1),
      /** The same for topics that the vocabulary calls sensitive: the place is raised, or not told. */
      smallestSensitiveGroup: z.number().int().min(1).default(5),
      /** What a topic is that the portal's list does not have, where there is one: sensitive until it is listed, or as any other. */
      unlistedTopics: z.enum(["sensitive", "ordinary"]).default("sensitive"),
      /** Whether the official who signs a reply stays named in its closing signature; phones and mailboxes are masked there too. */
      replySignatures: z.enum(["mask", "keep"]).default("mask"),
      /** strict reads more words as names, at the price of more false alarms. */
      names: z.enum(["default", "strict"]).default("default"),
      /** An address with a flat is cut to the house or to the street. */
      addresses: z.enum(["house", "street"]).default("house"),
      /** What is public on purpose and stays: officials in office, hotlines, mailboxes, official pages. */
      allow: z
        .strictObject({
          officials: z.array(z.string()).default([]),
          phones: z.array(z.string()).default([]),
          mailboxes: z.array(z.string()).default([]),
          profiles: z.array(z.string()).default([]),
        })
        .prefault({}),
    })
    .prefault({}),
});
export type Portal = z.infer<typeof portalSchema>;

/** The portal's languages, the first one first, none twice. */
export function languagesOf({ language, otherLanguages }: Pick<Portal, "language" | "otherLanguages">): Language[] {
  return [...new Set([language, ...otherLanguages])];
}
