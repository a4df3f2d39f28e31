import type { APIRoute, GetStaticPaths } from "astro";
import { renderedAppeals, renderedCrossings } from "../../../../edition/renderedEdition.ts";
import type { Crossing } from "../../../../model/crossings.ts";
import { facts, isFirstLanguage, telling } from "../../../../site/current.ts";
import { crossingFeed } from "../../../../site/feeds/crossingFeed.ts";
import { feedResponse } from "../../../../site/feeds/feedResponse.ts";

/** The newest appeals on a topic from one place, in the language that they are written in; none where only figures are published. */
export const getStaticPaths: GetStaticPaths = () =>
  facts.portal.appeals !== "full" || !isFirstLanguage
    ? []
    : renderedCrossings().crossings.map((crossing) => ({
        params: { code: crossing.place, topic: crossing.topic },
        props: { crossing },
      }));

export const GET: APIRoute<{ crossing: Crossing }> = ({ props: { crossing } }) =>
  feedResponse(crossingFeed(telling, crossing, renderedAppeals()));
