import type { Channel } from "../model/channel.ts";
import type { PublicAppeal } from "../model/appeal.ts";
import type { ListedAppeal } from "../edition/listedAppeal.ts";
import type { Markup } from "../words/markup.ts";
import type { Telling } from "../words/telling.ts";
import type { DatedChange } from "./appealHistory.ts";
import type { AppealWait } from "./appealWait.ts";
import type { Outlook } from "./outlook.ts";

/** What a page of one appeal needs to know besides the appeal. */
export interface AppealPageSetting extends Telling {
  /** An appeal in a list. */
  line: (appeal: ListedAppeal) => Markup;
  /** What earlier editions had otherwise, by public id. */
  histories: ReadonlyMap<string, readonly DatedChange[]>;
  /** How many of its agency's usual waits there are to be shown beside an appeal: see createUsualCount. */
  usualCount: (agency: string | null, channel: Channel) => number;
  /** How many appeals were given the reply of a group, by its id; left out: no groups are known. */
  groupSizes?: ReadonlyMap<string, number>;
  /** How much longer an appeal that waits may take: see outlook.ts. */
  outlook: (appeal: PublicAppeal, waits: readonly AppealWait[]) => Outlook | null;
}
