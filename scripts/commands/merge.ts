import { buildInto, buildOptions } from "./buildInto.ts";
import { command } from "./command.ts";

/** Builds the portal of what its shards have worked out: the same as `build`, byte for byte. */
export const merge = command({
  name: "merge",
  options: { shards: { kind: "text", value: "DIR" }, ...buildOptions },
  examples: ["--shards /shared/shards --data my --out my-site"],
  portalOf: ({ data }) => data,
  faultOf: ({ shards }) =>
    shards === undefined ? { fault: "option-missing", names: { option: "--shards DIR" } } : null,
  run: async ({ shards, ...values }, _, told) => {
    if (shards === undefined) throw new TypeError("faultOf lets nothing pass that has no shards");
    await buildInto(values, shards, told);
  },
});
