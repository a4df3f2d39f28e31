import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** Whether Debian's slurm-wlm is here: the daemons and the commands. */
export const hasSlurm = ["slurmctld", "slurmd", "sbatch", "scontrol"].every(
  (program) => spawnSync(program, ["-V"]).error === undefined,
);

/** A cluster of one node, this machine, which lives in a folder and as long as a test. */
export interface Cluster {
  /** What its commands need to find it. */
  environment: Record<string, string>;
  run: (command: string, ...args: string[]) => string;
  close: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Nobody but this user on this machine is to be told apart, so there are no keys: never the settings of a real cluster. */
const settings = (folder: string, node: string, [control, work]: readonly number[]): string => `ClusterName=otklik
SlurmctldHost=${node}(127.0.0.1)
SlurmctldPort=${control}
SlurmdPort=${work}
SlurmUser=${userInfo().username}
SlurmdUser=${userInfo().username}
AuthType=auth/none
CredType=cred/none
MpiDefault=none
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SchedulerType=sched/builtin
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmdParameters=config_overrides
ReturnToService=2
NodeName=${node} NodeAddr=127.0.0.1 CPUs=4 RealMemory=16000
PartitionName=all Nodes=${node} Default=YES MaxTime=INFINITE State=UP
`;

/** Starts a cluster, and waits until its node takes work. */
export async function openCluster(folder: string): Promise<Cluster> {
  const node = hostname().split(".")[0]!;
  for (const name of ["state", "spool"]) await mkdir(join(folder, name), { recursive: true });
  const file = join(folder, "slurm.conf");
  await writeFile(file, settings(folder, node, [await freePort(), await freePort()]));
  const environment = { SLURM_CONF: file };
  const env = { ...process.env, ...environment };
  const daemons: ChildProcess[] = ["slurmctld", "slurmd"].map((name) =>
    spawn(name, ["-D"], { env, cwd: folder, stdio: "ignore" }),
  );
  const run = (command: string, ...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: "utf8" });
    if (status !== 0) throw new Error(`${command}: ${stderr}`);
    return stdout;
  };
  const close = async (): Promise<void> => {
    for (const daemon of daemons.toReversed()) {
      if (daemon.exitCode !== null || daemon.signalCode !== null) continue;
      const ended = once(daemon, "exit");
      daemon.kill("SIGTERM");
      await ended;
    }
  };
  for (let tries = 0; tries < 300; tries++) {
    await setTimeout(200);
    const { stdout } = spawnSync("sinfo", ["--noheader", "--format=%t"], { env, encoding: "utf8" });
    if (stdout.trim() === "idle") return { environment, run, close };
  }
  await close();
  throw new Error("The node of the cluster takes no work");
}
