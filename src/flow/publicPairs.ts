import { changesBetween, type EditionState } from "../measure/editions/changesBetween.ts";
import type { Appeal } from "../model/appeal.ts";
import type { Change } from "../model/change.ts";
import { datesToWeek, type GroupPlan } from "../privacy/groupPlan.ts";
import { observedStates } from "../measure/columns/columnsBuilder.ts";
import type { StatePair } from "../store/pastEditions.ts";
import type { PastRules } from "./portalGate.ts";
import type { EditionAtHand } from "./recalled.ts";

/** What became of appeals, told by their public forms in the two editions. */
export function publicPairs(
  pairs: readonly StatePair[],
  earlier: EditionAtHand,
  later: EditionAtHand,
  rules: PastRules,
): { changes: Change[]; agencies: (string | null)[] }[] {
  const gate = rules.openGate(true);
  const formOf = (appeal: Appeal, plan: GroupPlan) => {
    const exact = rules.asTold(gate.pass(appeal));
    const told = plan.coarsened(exact);
    return { told, coarse: told.place !== exact.place || told.agency !== exact.agency };
  };
  return pairs.map(({ before, after, wasThere, isThere }) => {
    const was = before === null ? null : formOf(before, earlier.plan);
    const is = formOf(after, later.plan);
    const isWeekly = [was?.told.topic, is.told.topic].some(
      (topic) => typeof topic === "string" && rules.sensitive.has(topic),
    );
    const state = (
      { told, coarse }: ReturnType<typeof formOf>,
      { withdrawn }: Appeal,
      there: boolean,
    ): EditionState => ({
      appeal: isWeekly && !told.datesToWeek ? datesToWeek(told, []) : told,
      withdrawn,
      there,
      coarse,
    });
    const now = state(is, after, isThere);
    const observed = observedStates(now.appeal, later.observations.get(after.source)!, after.edition);
    const changes = changesBetween(was && before ? state(was, before, wasThere) : null, {
      ...now,
      appeal: { ...now.appeal, ...observed },
    });
    return { changes, agencies: [was?.told.agency ?? null, after.withdrawn ? null : is.told.agency] };
  });
}
