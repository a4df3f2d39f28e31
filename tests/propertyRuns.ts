import fc from "fast-check";

/**
 * Property tests draw the same examples in every run, so that a red test is about the change under test.
 * `FC_SEED=random FC_RUNS=5000 npm run unit` goes looking for new counterexamples; one that is found becomes a case.
 */
const seed = process.env["FC_SEED"];
const runs = process.env["FC_RUNS"];
fc.configureGlobal({
  ...(seed === "random" ? {} : { seed: Number(seed ?? 20_261_121) }),
  ...(runs === undefined ? {} : { numRuns: Number(runs) }),
});
