import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parseDocument } from "yaml";
import { z } from "zod";
import { commands } from "../../scripts/commands/all.ts";
import { readArguments } from "../../scripts/commands/readArguments.ts";

const label = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u);
const quantity = z.string().regex(/^\d+(?:\.\d+)?(?:m|[KMGT]i?)?$/u);
/** A Job as batch/v1 describes it, with what the API demands; strict, so that a field in a wrong place is found. */
const job = z.strictObject({
  apiVersion: z.literal("batch/v1"),
  kind: z.literal("Job"),
  metadata: z.strictObject({ name: label }),
  spec: z.strictObject({
    completionMode: z.literal("Indexed").optional(),
    completions: z.int().positive().optional(),
    parallelism: z.int().positive().optional(),
    backoffLimit: z.int().nonnegative(),
    template: z.strictObject({
      metadata: z.strictObject({ labels: z.record(label, label) }),
      spec: z.strictObject({
        restartPolicy: z.enum(["Never", "OnFailure"]),
        containers: z.tuple([
          z.strictObject({
            name: label,
            image: z.string().min(1),
            workingDir: z.string().startsWith("/"),
            env: z.array(z.strictObject({ name: z.string(), value: z.string() })),
            command: z.array(z.string()).min(1),
            resources: z.strictObject({
              requests: z.record(z.enum(["cpu", "memory"]), quantity),
              limits: z.partialRecord(z.enum(["cpu", "memory"]), quantity).optional(),
            }),
            volumeMounts: z.array(z.strictObject({ name: label, mountPath: z.string().startsWith("/") })),
          }),
        ]),
        volumes: z.array(z.strictObject({ name: label, persistentVolumeClaim: z.strictObject({ claimName: label }) })),
      }),
    }),
  }),
});

function read(name: string): z.infer<typeof job> {
  const document = parseDocument(readFileSync(resolve(import.meta.dirname, "../../hosting/kubernetes", name), "utf8"));
  expect(document.errors).toEqual([]);
  return job.parse(document.toJS());
}

/** What a container asks of the program: its arguments behind `npx otklik`, a line a call. */
function asked({ spec }: z.infer<typeof job>, environment: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), "otklik-kubernetes-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "npx"), `#!/bin/sh\necho "$@"\n`);
  chmodSync(join(folder, "npx"), 0o755);
  const { command, env } = spec.template.spec.containers[0];
  const { status, stdout, stderr } = spawnSync(command[0]!, command.slice(1), {
    encoding: "utf8",
    env: {
      PATH: `${folder}${delimiter}${process.env["PATH"]}`,
      ...Object.fromEntries(env.map(({ name, value }) => [name, value])),
      ...environment,
    },
  });
  expect(status, stderr).toBe(0);
  return stdout.trim().split("\n");
}

/** The command of a call of the program, read as the program reads it. */
function given(call: string): { name: string; values: Record<string, unknown> } {
  const [program, name, ...rest] = call.split(" ");
  expect(program).toBe("otklik");
  const command = commands.find((each) => each.name === name)!;
  const read = readArguments(command, rest);
  if ("fault" in read) throw new Error(read.fault);
  expect(command.faultOf?.(read.values, read.operands) ?? null).toBeNull();
  return { name: command.name, values: read.values };
}

test("the Indexed Job asks for each shard once, from the first to the last", () => {
  const shards = read("shards.yaml");
  const { completions, completionMode, parallelism } = shards.spec;
  expect(completionMode).toBe("Indexed");
  expect(parallelism).toBeLessThanOrEqual(completions!);
  for (const index of [0, 1, completions! - 1]) {
    const [call, ...others] = asked(shards, { JOB_COMPLETION_INDEX: String(index) });
    expect(others).toEqual([]);
    expect(given(call!)).toMatchObject({ name: "shard", values: { only: `${index + 1}/${completions}` } });
  }
});

test("the merge reads the folder that the shards write to, of as many parts, on a volume that both mount", () => {
  const [shards, merge] = [read("shards.yaml"), read("merge.yaml")];
  const { values: shard } = given(asked(shards, { JOB_COMPLETION_INDEX: "0" })[0]!);
  const { name, values } = given(asked(merge, {})[0]!);
  expect(name).toBe("merge");
  expect([values["shards"], values["data"]]).toEqual([shard["to"], shard["data"]]);
  const [one, other] = [shards, merge].map(({ spec }) => spec.template.spec);
  expect(other!.volumes).toEqual(one!.volumes);
  expect(other!.containers[0].env).toEqual(one!.containers[0].env);
  for (const { volumes, containers } of [one!, other!]) {
    expect(containers[0].volumeMounts.map(({ name: volume }) => volume)).toEqual(volumes.map(({ name }) => name));
    const mountPath = containers[0].volumeMounts[0]?.mountPath ?? "";
    expect(mountPath).not.toBe("");
    for (const path of [values["shards"], values["data"], values["out"]])
      expect(String(path).startsWith(`${mountPath}/`)).toBe(true);
  }
});
