import { afterEach, describe, expect, test, vi } from "vitest";
import { openThreads, type Threads, type ThreadsOptions } from "../../src/system/threads.ts";

let threads: Threads<string, unknown>;
function open(options: Partial<ThreadsOptions<unknown>> = {}): Threads<string, unknown> {
  return (threads = openThreads(new URL("../flow/faultyWorker.ts", import.meta.url), {
    name: "A faulty thread",
    count: 1,
    workerData: { add: 2 },
    ...options,
  }));
}
afterEach(() => threads.close());

test("a thread keeps what it knows from task to task, starts with what it is given, and answers each task", async () => {
  open({ environment: { OTKLIK_TEST: "its own" } });
  expect(await Promise.all(["count", "count", "count"].map((task) => threads.ask(task)))).toEqual([2, 4, 6]);
  expect(await threads.ask("environment")).toBe("its own");
  expect(process.env["OTKLIK_TEST"]).toBeUndefined();
});

test("an error comes across with the system's code and path", async () => {
  await expect(open().ask("refused")).rejects.toMatchObject({ code: "ENOENT", syscall: "open", path: "/nothing/here" });
});

describe("no thread ends in silence", () => {
  test.each([
    ["exit", "exited with code"],
    ["unsent", "could not be cloned|^$"],
    ["fill the memory", "memory limit"],
  ])("where it fails in a task: %s", async (task, message) => {
    open({ resourceLimits: { maxOldGenerationSizeMb: 40 } });
    await expect(threads.ask(task)).rejects.toThrow(new RegExp(message, "u"));
    await expect(threads.ask("count")).rejects.toThrow(new RegExp(message, "u"));
  });

  test.each([
    ["exit afterwards", "ended early|exited with code"],
    ["throw afterwards", "late"],
  ])("where it fails while nobody waits for it: %s", async (task, message) => {
    open();
    expect(await threads.ask(task)).toBe(2);
    await vi.waitFor(() => expect(threads.ask("count")).rejects.toThrow(new RegExp(message, "u")), { timeout: 20_000 });
  });

  test("where nobody waits for them any more", async () => {
    const over = new AbortController();
    open({ ended: over.signal });
    const asked = threads.ask("never");
    over.abort(new Error("needless"));
    await expect(asked).rejects.toThrow("needless");
    expect(() =>
      openThreads(new URL("../flow/faultyWorker.ts", import.meta.url), {
        name: "",
        count: 1,
        workerData: {},
        ended: over.signal,
      }),
    ).toThrow("needless");
  });
});
