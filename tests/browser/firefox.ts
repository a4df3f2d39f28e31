import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Firefox as Debian and others install it; Playwright's own build cannot be had from a package registry. */
export const systemFirefox = ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find((path) => existsSync(path));

interface Message {
  id?: number;
  type: "success" | "error" | "event";
  result?: unknown;
  message?: string;
}

export interface Firefox {
  /** Folder in which downloads land. */
  downloads: string;
  open: (address: string) => Promise<void>;
  /** The value of an expression on the page, promises waited for; it must be JSON. */
  evaluate: (expression: string) => Promise<unknown>;
  close: () => Promise<void>;
}

/**
 * Starts the system's Firefox and speaks WebDriver BiDi with it (https://w3c.github.io/webdriver-bidi/), a few commands
 * of it: Playwright asks for commands that long-term Firefoxes do not know yet.
 */
export async function launchFirefox(): Promise<Firefox> {
  const folder = mkdtempSync(join(tmpdir(), "firefox-"));
  const downloads = join(folder, "downloads");
  const settings = { "browser.download.folderList": 2, "browser.download.dir": downloads, "browser.download.alwaysOpenPanel": false, "app.update.auto": false, "datareporting.policy.dataSubmissionEnabled": false, "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false, "browser.safebrowsing.downloads.enabled": false, "app.normandy.enabled": false, "remote.active-protocols": 1 };
  writeFileSync(join(folder, "user.js"), Object.entries(settings).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(""));
  const child = spawn(systemFirefox ?? "firefox", ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", folder], { stdio: ["ignore", "ignore", "pipe"] });
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (data: Buffer) => {
      said += data.toString();
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on("error", reject).on("exit", () => reject(new Error(`Firefox ended before it could be spoken to:\n${said}`)));
  });
  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error("Firefox does not answer"));
  });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    const asked = waiting.get(message.id ?? -1);
    if (message.type === "error") asked?.reject(new Error(message.message));
    else asked?.resolve(message.result);
  };
  let last = 0;
  const send = (method: string, params: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  await send("session.new", { capabilities: {} });
  const { contexts } = (await send("browsingContext.getTree", {})) as { contexts: { context: string }[] };
  const context = contexts[0]?.context;

  return {
    downloads,
    open: async (url) => void (await send("browsingContext.navigate", { context, url, wait: "complete" })),
    async evaluate(expression) {
      const answer = (await send("script.evaluate", { expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`, target: { context }, awaitPromise: true })) as { result?: { value?: string }; exceptionDetails?: { text: string } };
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
      return JSON.parse(answer.result?.value ?? "null");
    },
    async close() {
      await send("session.end", {}).catch(() => {});
      socket.close();
      const ended = new Promise((resolve) => child.on("exit", resolve));
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
