import type { APIRoute, GetStaticPaths } from "astro";
import { isFirstLanguage } from "../../site/current.ts";
import { frameThemes } from "../../site/frameThemes.ts";
import tokens from "../../styles/tokens.css?raw";

/** Colours of frames whose address names them. */
export const getStaticPaths: GetStaticPaths = () => (isFirstLanguage ? [{ params: { sheet: "themes" } }] : []);

export const GET: APIRoute = () =>
  new Response(frameThemes(tokens), { headers: { "Content-Type": "text/css; charset=utf-8" } });
