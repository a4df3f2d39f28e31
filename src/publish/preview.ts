import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createReadStream, existsSync, statSync } from "node:fs";
import { join } from "node:path";
import sirv from "sirv";

export interface PreviewOptions {
  /** Folder of the built portal. */
  folder: string;
  /** Path the portal stands under, e.g. "/otklik/"; "/" for the root. */
  base?: string;
  /** Port to try first; another free one is taken where it is occupied. 0 takes any. */
  port?: number;
  host?: string;
}

export interface Preview {
  /** Address of the portal's first page, with the base path. */
  address: string;
  port: number;
  close: () => Promise<void>;
}

/** Types that the usual tables do not know. A packed download stays packed: it is a file, not an encoding. */
const types: readonly (readonly [RegExp, string])[] = [
  [/\.gz$/, "application/gzip"],
  [/\.parquet$/, "application/vnd.apache.parquet"],
  [/\.(pagefind|pf_[a-z]+|columns)$/, "application/octet-stream"],
  [/\.csv$/, "text/csv;charset=utf-8"],
  [/\.(js|mjs)$/, "text/javascript;charset=utf-8"],
];

/** ; : = $ & + , @ as a reader's program may write them in an address: sirv leaves these alone, other hosts do not. */
const escapedMarks = /%(?:3[ABD]|2[46BC]|40)/giu;

function normalizeBase(base: string): string {
  const trimmed = base.replace(/^\/+|\/+$/g, "");
  return trimmed === "" ? "/" : `/${trimmed}/`;
}

/** Answers with the page of the language that was asked for, else with that of the portal. */
function answerMissing(folder: string, response: ServerResponse, path = "/"): void {
  const language = /^([a-z]{2,3})\//u.exec(path)?.[1];
  const page = [...(language === undefined ? [] : [join(folder, language, "404.html")]), join(folder, "404.html")].find(
    (file) => existsSync(file),
  );
  if (page !== undefined) {
    response.writeHead(404, { "Content-Type": "text/html;charset=utf-8", "Content-Length": statSync(page).size });
    createReadStream(page).pipe(response);
  } else {
    response.writeHead(404, { "Content-Type": "text/plain;charset=utf-8" }).end("404");
  }
}

function portalHandler(folder: string, base: string): (request: IncomingMessage, response: ServerResponse) => void {
  const files = sirv(folder, {
    dev: true,
    etag: true,
    onNoMatch: (request, response) => answerMissing(folder, response, request.url?.slice(1)),
  });
  return (request, response) => {
    const [path = "/", query] = (request.url ?? "/").split("?", 2);
    if (!path.startsWith(base)) {
      if (`${path}/` === base || path === "/") response.writeHead(302, { Location: base }).end();
      else answerMissing(folder, response);
      return;
    }
    // Static hosts add the slash that relative links of a folder's page need.
    if (!path.endsWith("/") && !/\.[^/]*$/.test(path)) {
      response.writeHead(301, { Location: query === undefined ? `${path}/` : `${path}/?${query}` }).end();
      return;
    }
    const type = types.find(([pattern]) => pattern.test(path))?.[1];
    if (type !== undefined) response.setHeader("Content-Type", type);
    if (path.endsWith(".gz")) response.setHeader("Content-Encoding", "identity");
    request.url = `/${path.slice(base.length).replace(escapedMarks, decodeURIComponent)}`;
    files(request, response);
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Serves a built portal on this machine, the way a static host does. */
export async function servePreview({
  folder,
  base = "/",
  port = 4321,
  host = "127.0.0.1",
}: PreviewOptions): Promise<Preview> {
  const path = normalizeBase(base);
  const server = createServer(portalHandler(folder, path));
  try {
    await listen(server, port, host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    await listen(server, 0, host);
  }
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The preview has no port");
  return {
    address: `http://${host === "0.0.0.0" ? "localhost" : host}:${address.port}${path}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
