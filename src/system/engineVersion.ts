/** Stands for the engine that runs patterns and knows letters: with another one, what was found with them may be other. */
export const engineVersion = [process.versions.v8, process.versions["icu"], process.versions["unicode"]].join(" ");
