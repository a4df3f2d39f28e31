import { isClosed } from "../model/events/closing.ts";
import { outcomes } from "../model/outcome.ts";

/** The outcomes with which the rules of events call a row closed. */
function closing(closed: object | null, closedUndated: boolean): string {
  const listed = outcomes
    .filter((outcome) => isClosed({ closed, outcome, closedUndated }))
    .map((outcome) => `'${outcome}'`);
  return listed.length === 0 ? "false" : `outcome in (${listed.join(", ")})`;
}

/**
 * Whether a stored row is closed, for SQL. The condition is written from the answers of src/model/events/closing.ts to
 * everything that a row may hold, so that the rule stands there alone.
 */
export const closedCondition = `(case
  when "closedDay" is not null and "closedUndated" = 1 then ${closing({}, true)}
  when "closedDay" is not null then ${closing({}, false)}
  when "closedUndated" = 1 then ${closing(null, true)}
  else ${closing(null, false)} end)`;
