import { buildInto, buildOptions } from "./buildInto.ts";
import { command } from "./command.ts";

/** Builds the portal of a data folder. */
export const build = command({
  name: "build",
  options: buildOptions,
  examples: ["--data my --out my-site"],
  portalOf: ({ data }) => data,
  run: (values, _, told) => buildInto(values, null, told),
});
