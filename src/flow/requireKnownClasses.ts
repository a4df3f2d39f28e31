import { BuildStop } from "../model/buildStop.ts";
import type { Portal } from "../model/portal.ts";
import { PERSONAL_DATA_CLASSES } from "../privacy/classes.ts";

/**
 * A class in privacy.strict that no detector knows would stop nothing, and its portal would believe itself guarded.
 *
 * @throws BuildStop SETTINGS_INVALID with the classes there are
 */
export function requireKnownClasses({ privacy }: Portal): void {
  const known: string[] = PERSONAL_DATA_CLASSES.map(({ id }) => id);
  const unknown = privacy.strict.flatMap((name, index) => (known.includes(name) ? [] : [index]));
  if (unknown.length === 0) return;
  const problems = unknown.map((index) => `portal.yaml: privacy.strict.${index}: ${known.join(" | ")}`);
  throw new BuildStop("SETTINGS_INVALID", [{ file: "portal.yaml" }], {
    problems: problems.join("\n"),
    count: problems.length,
  });
}
