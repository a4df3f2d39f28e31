import type { APIRoute } from "astro";
import { telling } from "../../site/current.ts";
import { weekBulletin } from "../../site/week/bulletin.ts";

/** The note of the week, short enough for a caption. */
export const GET: APIRoute = () =>
  new Response(`${weekBulletin(telling)?.short ?? ""}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
