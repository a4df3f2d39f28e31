import type { APIRoute, GetStaticPaths } from "astro";
import { pageOf } from "../../charts/chartFiles.ts";
import type { Subject } from "../../model/facts.ts";
import { facts, isFirstLanguage, links, voice } from "../../site/current.ts";
import { embedHtml, oembed } from "../../site/embedding.ts";
import { embedOf } from "../../site/embedParts.ts";
import { shareImage, shareImageSize } from "../../site/share/shareImage.ts";

/** How to show the overview, an agency, a topic or a place, for programs that find the address of its page in a text. */
export const getStaticPaths: GetStaticPaths = () =>
  facts.subjects.flatMap((subject) => {
    const page = pageOf(subject);
    return page === null ? [] : [{ params: { page: page || undefined }, props: { subject, page } }];
  });

export const GET: APIRoute<{ subject: Subject; page: string }> = ({ props: { subject, page } }) => {
  const { address, texts, parts } = embedOf(subject);
  const card = parts[0]!;
  const picture = shareImage(page === "" ? "/" : `/${page}/`, isFirstLanguage ? null : voice.language);
  return new Response(
    JSON.stringify(
      oembed({
        html: embedHtml(address, card),
        height: card.height,
        title: texts.name,
        provider: facts.portal.title,
        home: links.absolute("/"),
        picture: { address: links.absoluteShared(picture), ...shareImageSize },
      }),
    ),
    { headers: { "Content-Type": "application/json" } },
  );
};
