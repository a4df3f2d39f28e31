#!/usr/bin/env -S node --no-regexp-tier-up
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// Started with --no-regexp-tier-up, here, in package.json and by tests: detectors are hundreds of patterns with the letters of
// all scripts, and V8 would compile each for its interpreter, then again for the processor. To begin with the latter takes a
// third of the time, and finds the same. Not by v8.setFlagsFromString: it ended one process in six.

// Half of a short command's time goes into compiling our files anew. What is compiled is kept beside the dependencies;
// threads and programs that a command starts learn of it by the environment.
process.env["NODE_COMPILE_CACHE"] ??= fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url));
enableCompileCache(process.env["NODE_COMPILE_CACHE"]);

const { main } = await import("./commands/main.ts");
await main(process.argv.slice(2));
