/** Names inside an edition folder: the wall between what computes and what renders. */
export const factsFile = "facts.json";
export const appealsFile = "appeals.ndjson";
/** The forms of reviews, filled for each period. */
export const reviewsFile = "reviews.json";
/** What people of one place wrote on one topic. */
export const crossingsFile = "crossings.json";
/** What the replies say: groups of nearly identical ones, shares of marks. */
export const repliesFile = "replies.json";
/** By which rules marks were found in the replies: open, so that anybody can try them. */
export const replyRulesFile = "reply-rules.json";
/** All editions with their figures, counts of changes and revisions. */
export const editionsFile = "editions.json";
/** What became of single appeals between the edition before and this one, a change a line. */
export const changesFile = (date: string): string => `changes/${date}.ndjson`;
/** Tables of editions, as they will stand below data/. */
export const datedFolder = "editions";
/** Dates of the editions of which the site keeps what the press had. */
export const keptPressList = "kept-press.json";
/** The files that can be taken away, with their sizes; pages tell of them. */
export const downloadsFile = "downloads.json";
/** The documents and workbooks of reviews, as they were written; their paths are from the root of the portal. */
export const reviewFilesList = "review-files.json";
