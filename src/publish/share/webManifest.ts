import { type Facts } from "../../model/facts.ts";
import { type Links } from "../../words/links.ts";

/**
 * What a phone needs to know to keep the portal on its first screen (https://www.w3.org/TR/appmanifest/).
 *
 * @param facts in the language of the pages that links lead to
 */
export function webManifest(facts: Facts, links: Links): string {
  return JSON.stringify({
    name: `${facts.portal.title}: ${facts.portal.region.name}`,
    short_name: facts.portal.title,
    lang: facts.portal.language,
    start_url: links.path("/"),
    scope: links.path("/"),
    display: "browser",
    background_color: "#fbfaf7",
    theme_color: "#fbfaf7",
    icons: [
      { src: links.shared("/favicon.svg"), type: "image/svg+xml", sizes: "any" },
      { src: links.shared("/icon-192.png"), type: "image/png", sizes: "192x192" },
      { src: links.shared("/icon-512.png"), type: "image/png", sizes: "512x512", purpose: "any maskable" },
    ],
  });
}
