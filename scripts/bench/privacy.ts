import { createDetectionContext, detect, type DetectionContext } from "../../src/privacy/detect.ts";
import { learnPlaceNames } from "../../src/privacy/placeNames.ts";
import { cleanAppeals } from "../../tests/privacy/cleanAppeals.ts";
import { isDevsetPresent, readDevset, scoreWords } from "../../tests/privacy/factRuEval.ts";
import { IDENTIFIER_FORMS, syntheticIdentifiers } from "../../tests/privacy/syntheticIdentifiers.ts";
import { comesOutRight, hostileTexts } from "../../tests/privacy/hostileTexts.ts";
import { UNLISTED_FORMS, unlistedNames, unlistedPlaces } from "../../tests/privacy/unlistedNames.ts";
import { scoreAttacks } from "./privacy/attackSet.ts";
import { demoTexts, falseNames } from "./privacy/demoTexts.ts";
import { NAME_FORMS, syntheticNames, type NameForm } from "../../tests/privacy/syntheticNames.ts";

const APPEALS_PER_FORM = 1500;
const SEED = 2026;
/** An appeal of the usual length, and as many as a region receives in some years. */
const APPEAL_LENGTH = 600;
const APPEALS = 100_000;
const TIMED_APPEALS = 10_000;

interface Placed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function shareMasked(appeals: readonly Placed[], context: DetectionContext): { full: number; any: number } {
  let full = 0;
  let any = 0;
  for (const appeal of appeals) {
    const spans = detect(appeal.text, context);
    let letters = 0;
    let covered = 0;
    for (let index = appeal.start; index < appeal.end; index += 1) {
      if (!/[\p{L}\d]/u.test(appeal.text[index] ?? "")) continue;
      letters += 1;
      if (spans.some((span) => span.start <= index && span.end > index)) covered += 1;
    }
    if (covered === letters) full += 1;
    if (covered > 0) any += 1;
  }
  return { full: full / appeals.length, any: any / appeals.length };
}

/** Processor time, so that what else the machine does stays out of the figure. */
function secondsOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1_000_000;
}

/** Texts of one length made of shorter ones, end to end. */
function ofLength(parts: readonly string[], count: number, length: number): string[] {
  let next = 0;
  return Array.from({ length: count }, () => {
    let text = "";
    while (text.length < length) text += `${parts[next++ % parts.length] ?? ""} `;
    return text.slice(0, length);
  });
}

/** Prints how well and how fast the detectors work. */
function main(): void {
  const figure = (value: number): string => value.toFixed(4);
  const context = createDetectionContext();
  const strict = createDetectionContext({ mode: "strict" });

  if (isDevsetPresent()) {
    const texts = readDevset();
    console.log(`factRuEval-2016 devset, words of people's names (${texts.length} texts)`);
    for (const [label, settings] of [
      ["default", context],
      ["strict", strict],
    ] as const) {
      const namesOnly = { ...settings, classes: new Set(["name"] as const) };
      const { precision, recall } = scoreWords(texts, (text) => detect(text, namesOnly));
      console.log(
        `  ${label.padEnd(8)} precision ${figure(precision)}  recall ${figure(recall)}  F1 ${figure((2 * precision * recall) / (precision + recall))}`,
      );
    }
    for (const tier of ["confirmed", "doubtful"] as const) {
      const { precision, recall } = scoreWords(texts, (text) =>
        detect(text, { ...context, classes: new Set(["name"] as const) }).filter((span) => span.tier === tier),
      );
      console.log(`  ${tier} alone  precision ${figure(precision)}, share of all names ${figure(recall)}`);
    }
  } else console.log("factRuEval-2016 devset: absent (../shared/data/factrueval-devset.tar.gz), not measured");

  console.log(
    `Invented names in appeals, all cases, ${APPEALS_PER_FORM} each: masked whole, touched; default and strict`,
  );
  for (const form of Object.keys(NAME_FORMS) as NameForm[]) {
    const appeals = syntheticNames(form, APPEALS_PER_FORM, SEED);
    const [usual, more] = [shareMasked(appeals, context), shareMasked(appeals, strict)];
    console.log(
      `  ${form.padEnd(24)} ${figure(usual.full)} ${figure(usual.any)}   ${figure(more.full)} ${figure(more.any)}`,
    );
  }

  console.log(`Invented identifiers, ${APPEALS_PER_FORM} each: masked whole`);
  for (const form of IDENTIFIER_FORMS)
    console.log(
      `  ${form.class.padEnd(10)} ${form.name.padEnd(36)} ${figure(shareMasked(syntheticIdentifiers(form, APPEALS_PER_FORM, SEED), context).full)}`,
    );

  const clean = cleanAppeals(1000, SEED);
  const alarms = (settings: DetectionContext): number =>
    clean.filter((text) => detect(text, settings).length > 0).length / clean.length;
  console.log(
    `False alarms on 1000 clean appeals about streets and institutions: default ${figure(alarms(context))}, strict ${figure(alarms(strict))}`,
  );

  console.log(`Names that stand in no list, ${APPEALS_PER_FORM} each: masked whole, touched; default and strict`);
  for (const form of UNLISTED_FORMS) {
    const appeals = unlistedNames(form, APPEALS_PER_FORM, SEED);
    const [usual, wide] = [shareMasked(appeals, context), shareMasked(appeals, strict)];
    console.log(
      `  ${form.padEnd(44)} ${figure(usual.full)} ${figure(usual.any)}   ${figure(wide.full)} ${figure(wide.any)}`,
    );
  }
  const mistaken = unlistedPlaces(APPEALS_PER_FORM, SEED).filter((text) =>
    detect(text, context).some((span) => span.class === "name"),
  ).length;
  const lone =
    shareMasked(unlistedNames("Фамилия inside a text", APPEALS_PER_FORM, SEED), context).full * APPEALS_PER_FORM;
  console.log(
    `  a lone surname among as many settlements and streets of the same roots: precision ${figure(lone / (lone + mistaken))}`,
  );

  const attacks = scoreAttacks(context);
  console.log(
    `The red-team table: ${attacks.right} of ${attacks.rows} rows as they should be; by class: masks due, precision, recall, doubtful ones`,
  );
  for (const { class: kind, wanted, found, right, doubtful } of attacks.classes) {
    console.log(
      `  ${kind.padEnd(12)} ${String(wanted).padStart(4)}  ${figure(found === 0 ? 1 : right / found)} ${figure(wanted === 0 ? 1 : right / wanted)}  ${doubtful}`,
    );
  }

  console.log("Hostile texts by kind: those that come out right");
  for (const [kind, texts] of [...Map.groupBy(hostileTexts(), ({ kind }) => kind)].sort()) {
    console.log(
      `  ${kind.padEnd(16)} ${texts.filter((text) => comesOutRight(text, context)).length} of ${texts.length}`,
    );
  }

  const demo = demoTexts();
  const learned = createDetectionContext({ placeNames: learnPlaceNames(demo) });
  for (const [label, knowing] of [
    ["its streets and settlements learned", learned],
    ["nothing learned", context],
  ] as const) {
    const { masks, wrong } = falseNames(demo, knowing);
    console.log(
      `Demonstration, ${demo.length} texts, ${label}: ${wrong} of ${masks} masks of names are false, ${figure((1000 * wrong) / demo.length)} in 1,000 texts`,
    );
  }
  console.log(
    `Demonstration: ${figure((1000 * secondsOf(() => demo.forEach((text) => detect(text, learned)))) / demo.length)} s of one core for 1,000 texts`,
  );

  const named = (Object.keys(NAME_FORMS) as NameForm[])
    .flatMap((form) => syntheticNames(form, 300, SEED + 1))
    .map((appeal) => appeal.text);
  for (const [label, parts] of [
    ["a name in every sentence", named],
    ["clean", cleanAppeals(3000, SEED + 1)],
  ] as const) {
    const texts = ofLength(parts, TIMED_APPEALS, APPEAL_LENGTH);
    const seconds = secondsOf(() => texts.forEach((text) => detect(text, context)));
    console.log(
      `Speed, ${label}: ${((TIMED_APPEALS * APPEAL_LENGTH) / seconds / 1_000_000).toFixed(2)} million characters a second, ${Math.round((seconds * APPEALS) / TIMED_APPEALS)} s of one core for ${APPEALS} appeals of ${APPEAL_LENGTH} characters`,
    );
  }
}

main();
