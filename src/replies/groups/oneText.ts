import type { ReplyGroup } from "../../model/replyGroups.ts";

/**
 * When a portal may say that an agency sends one text whatever it is asked. An agency of one field that explains one rule in the same
 * words does what it should; so does one that has three texts for three questions.
 */
const rules = {
  /** Of so few replies of twelve words and more nothing is said, as of few appeals elsewhere on the portal. */
  fewestReplies: 50,
  /** One text is the answer to so many topics… */
  fewestTopics: 5,
  /** …none of which has more than this share of its copies: else it is the text of one question with strays… */
  oneTopic: 0.5,
  /** …and makes up more than this share of the agency's replies. */
  ofReplies: 0.25,
} as const;

/**
 * The group whose text an agency sends whatever it is asked; undefined where there is none.
 *
 * @param groups of the agency
 * @param replies its replies of twelve words and more
 */
export function oneTextOf(groups: readonly ReplyGroup[], replies: number): ReplyGroup | undefined {
  if (replies < rules.fewestReplies) return undefined;
  return groups.find(({ appeals, topics, isEventNotice }) => {
    const named = topics.filter(({ code }) => code !== null);
    return (
      !isEventNotice &&
      named.length >= rules.fewestTopics &&
      named.every(({ n }) => n <= rules.oneTopic * appeals.length) &&
      appeals.length > rules.ofReplies * replies
    );
  });
}
