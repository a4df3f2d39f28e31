import { readdir, readFile } from "node:fs/promises";

/** Resident memory of all processes below one, MB; null where the system does not tell. */
async function memoryBelow(root: number): Promise<Map<number, { name: string; megabytes: number }> | null> {
  const all = new Map<number, { parent: number; name: string; megabytes: number }>();
  for (const entry of await readdir("/proc").catch(() => [])) {
    if (!/^\d+$/.test(entry)) continue;
    const status = await readFile(`/proc/${entry}/status`, "utf8").catch(() => "");
    const command = await readFile(`/proc/${entry}/cmdline`, "utf8").catch(() => "");
    const parent = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0);
    all.set(Number(entry), {
      parent,
      name: /--type=(\w+)/.exec(command)?.[1] ?? "",
      megabytes: Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1024,
    });
  }
  const below = (pid: number): boolean => {
    for (let at = all.get(pid); at !== undefined; at = all.get(at.parent)) if (at.parent === root) return true;
    return false;
  };
  return all.size === 0 ? null : new Map([...all].filter(([pid]) => below(pid)));
}

/** Resident memory of the largest page of a browser that this process started, MB; 0 where the system does not tell. */
export async function rendererMegabytes(): Promise<number> {
  const processes = await memoryBelow(process.pid);
  return Math.max(
    0,
    ...[...(processes ?? [])].filter(([, { name }]) => name === "renderer").map(([, { megabytes }]) => megabytes),
  );
}
