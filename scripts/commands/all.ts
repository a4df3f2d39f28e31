import { bench } from "./bench.ts";
import { build } from "./build.ts";
import { bulletin } from "./bulletin.ts";
import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { idKey } from "./idKey.ts";
import { inspect } from "./inspect.ts";
import { keygen } from "./keygen.ts";
import { merge } from "./merge.ts";
import { preview } from "./preview.ts";
import { release } from "./release.ts";
import { review } from "./review.ts";
import { shard } from "./shard.ts";
import { synthesize } from "./synthesize.ts";
import { planUpload } from "./uploadPlan.ts";
import { verifySite } from "./verifySite.ts";
import { watch } from "./watch.ts";

/** Every command, in the order in which a portal's life needs them. */
export const commands: readonly Command[] = [
  inspect,
  check,
  review,
  build,
  shard,
  merge,
  preview,
  bulletin,
  release,
  watch,
  verifySite,
  planUpload,
  idKey,
  keygen,
  bench,
  synthesize,
];
