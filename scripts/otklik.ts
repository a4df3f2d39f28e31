#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// Half of a short command's time goes into compiling our files anew. What is compiled is kept beside the dependencies;
// threads and programs that a command starts learn of it by the environment.
process.env["NODE_COMPILE_CACHE"] ??= fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url));
enableCompileCache(process.env["NODE_COMPILE_CACHE"]);

const { main } = await import("./commands/main.ts");
await main(process.argv.slice(2));
