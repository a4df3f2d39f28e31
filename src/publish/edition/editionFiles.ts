/** Names inside an edition folder: the wall between what computes and what renders. */
export const factsFile = "facts.json";
export const appealsFile = "appeals.ndjson";
