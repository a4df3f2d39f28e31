import type { Telling } from "../../words/telling.ts";

/** What a phone needs to know to keep the portal on its first screen (https://www.w3.org/TR/appmanifest/). */
export function webManifest({ facts, links }: Telling): string {
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
