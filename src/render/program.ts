/// <reference types="astro/client" />
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createApp } from "astro/app/entrypoint";
import { StaticPaths } from "astro:static-paths";

/**
 * The program that all pages are compiled into (keepProgram.ts): it renders every page of the edition
 * that OTKLIK_EDITION names, in the language that OTKLIK_LANGUAGE names, into the folder that OTKLIK_SITE names.
 */

/** Tens of thousands of small pages: most of the time goes into waiting for files to be written. */
const atOnce = 32;

const app = createApp({ streaming: false });
const { manifest } = app;

interface Page {
  pathname: string;
  route: { type: string; component: string };
}

/** Where a page is found on a host of files, as `build.format: "directory"` and `trailingSlash: "always"` have it. */
function fileOf({ pathname, route }: Page): string {
  if (route.type !== "page") return pathname;
  return pathname === "/404" ? "/404.html" : join(pathname, "index.html");
}

/** @throws Error where the page does not come about; what happened in it Astro has told before */
async function renderPage(page: Page, routeData: never, outDir: string): Promise<void> {
  const ending = page.route.type === "page" && !page.pathname.endsWith("/") ? "/" : "";
  const address = new URL(join(manifest.base, page.pathname + ending), "http://localhost/");
  const response = await app.render(new Request(address), { routeData });
  if (response.status !== (page.pathname === "/404" ? 404 : 200))
    throw new Error(`${page.route.component} gave no page for ${page.pathname}: status ${response.status}`);
  const file = join(outDir, fileOf(page));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, Buffer.from(await response.arrayBuffer()));
}

async function renderAll(outDir: string): Promise<void> {
  const paths = await new StaticPaths(app).getAll();
  const files = new Map<string, string>();
  for (const page of paths) {
    const file = fileOf(page);
    const other = files.get(file);
    if (other !== undefined) throw new Error(`${other} and ${page.route.component} both make ${file}`);
    files.set(file, page.route.component);
  }
  const waiting = paths.values();
  const renderSome = async (): Promise<void> => {
    for (const page of waiting) await renderPage(page, page.route as never, outDir);
  };
  await Promise.all(Array.from({ length: atOnce }, renderSome));
}

const outDir = process.env["OTKLIK_SITE"];
if (!outDir) throw new Error("OTKLIK_SITE is not set: it names the folder that pages are written to");
await renderAll(outDir);
