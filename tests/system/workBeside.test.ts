import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { workBeside } from "../../src/system/workBeside.ts";

test("whoever waits is told of the fault, though it came before anybody asked", async () => {
  const work = workBeside((fault: Error) => [Promise.reject(fault), Promise.resolve()]);
  work.start(new Error("a full disk"));
  await setTimeout(5);
  await expect(work.done()).rejects.toThrow("a full disk");
});

test("work that has become needless is ended and waited for before the fault goes on", async () => {
  const steps: string[] = [];
  const work = workBeside((_: null, ended) => [
    new Promise<void>((_resolve, reject) =>
      ended.addEventListener(
        "abort",
        () => void setTimeout(5).then(() => reject(new Error(steps.push("ended").toString()))),
      ),
    ),
  ]);
  work.start(null);
  await expect(work.end(new Error("the first fault"))).rejects.toThrow("the first fault");
  expect(steps).toEqual(["ended"]);
});

test("what was never started has nothing to wait for", async () => {
  const work = workBeside(() => [Promise.reject(new Error("never"))]);
  await work.done();
  await expect(work.end("fault")).rejects.toBe("fault");
});
