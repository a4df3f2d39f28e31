import { feedAddress, type FeedOf } from "../../appeals/feedAddress.ts";
import type { Crossing } from "../../model/crossings.ts";
import { tellsWaits } from "../../model/toldFigures.ts";
import { facts, links, telling } from "../current.ts";
import { overdueFeedAddress, type OverdueSubject } from "../overdueLists.ts";
import { appealsFeedTitle } from "./appealsFeed.ts";
import { crossingFeedAddress, crossingFeedTitle } from "./crossingFeed.ts";
import { overdueFeedTitle } from "./overdueFeed.ts";

/** A feed as a page announces it to programs that look for one. */
export interface AnnouncedFeed {
  title: string;
  href: string;
}

/** None where only figures are published: such a portal has no feeds of appeals. */
const withAppeals = (feeds: AnnouncedFeed[]): AnnouncedFeed[] => (facts.portal.appeals === "full" ? feeds : []);

/** The feed of the newest appeals. */
export const appealsAnnounced = (of: FeedOf): AnnouncedFeed[] =>
  withAppeals([{ title: appealsFeedTitle(telling, of), href: links.path(feedAddress(of)) }]);

/** What a topic in one place can be followed by. */
export const crossingAnnounced = (crossing: Pick<Crossing, "topic" | "place">): AnnouncedFeed[] =>
  withAppeals([{ title: crossingFeedTitle(telling, crossing), href: links.shared(crossingFeedAddress(crossing)) }]);

/** The feed of what has just become overdue; none where no export tells for what an appeal waits. */
export const overdueAnnounced = (of: OverdueSubject | null): AnnouncedFeed[] =>
  tellsWaits(facts)
    ? withAppeals([{ title: overdueFeedTitle(telling, of), href: links.shared(overdueFeedAddress(of)) }])
    : [];

/** What an agency, a topic or a place can be followed by. */
export const subjectAnnounced = (dimension: "agency" | "topic" | "place", code: string): AnnouncedFeed[] => [
  ...appealsAnnounced({ facet: dimension, code }),
  ...overdueAnnounced({ dimension, code }),
];
