import type { APIRoute } from "astro";
import { telling } from "../../site/current.ts";
import { weekBulletin } from "../../site/week/bulletin.ts";

/** The note of the week as a text that can be pasted. */
export const GET: APIRoute = () =>
  new Response(`${weekBulletin(telling)?.full ?? ""}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
