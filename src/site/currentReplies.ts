import { renderedReplies } from "../edition/renderedEdition.ts";
import { telling } from "./current.ts";
import { createReplyTelling } from "./replies/replyTelling.ts";

/** What this build says of replies. */
export const replyTelling = createReplyTelling(telling, renderedReplies());
