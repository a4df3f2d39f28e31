import { cp } from "node:fs/promises";
import { join } from "node:path";
import { languagesOf, type Portal } from "../model/portal.ts";
import { compiledPages } from "./compiledPages.ts";
import { runRenderer } from "./runRenderer.ts";

/**
 * Renders all pages of an edition: the first language stands at the root, each further one in its folder, from a run of
 * its own; styles, scripts and typefaces are shared.
 *
 * @param code what codeHash gives
 * @param interrupted ends it at once
 * @param meanwhile what is to be done with the pages of the first language while further ones are rendered
 * @throws Error with Astro's own words when it fails
 */
export async function renderPages(
  portal: Pick<Portal, "language" | "otherLanguages" | "address">,
  editionDir: string,
  siteDir: string,
  code: string,
  interrupted: AbortSignal,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { program, files } = await compiledPages(new URL(portal.address).pathname, code, interrupted);
  await cp(files, siteDir, { recursive: true });
  const [, ...others] = languagesOf(portal);
  const render = (into: string, settings: Record<string, string>): Promise<void> =>
    runRenderer([program], { OTKLIK_EDITION: editionDir, OTKLIK_SITE: into, ...settings }, interrupted);
  await render(siteDir, {});
  const further = async (): Promise<void> => {
    for (const language of others) await render(join(siteDir, language), { OTKLIK_LANGUAGE: language });
  };
  await Promise.all([further(), meanwhile()]);
}
