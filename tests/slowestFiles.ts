import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

const shown = 25;
const seconds = (given: number): string => `${given.toFixed(1).padStart(7)} s`;

/**
 * Tells at the end of a run which files took longest, loading included, and how many seconds of processors each cost, where
 * tests/coreSeconds.ts counts them: what to look at when the tests become slow.
 */
export default class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = modules.map((module) => {
      const { prepareDuration, environmentSetupDuration, collectDuration, setupDuration, duration } =
        module.diagnostic();
      return {
        file: relative(process.cwd(), module.moduleId),
        took: (prepareDuration + environmentSetupDuration + collectDuration + setupDuration + duration) / 1000,
        cores: module.meta().coreSeconds,
      };
    });
    const all = files.reduce((sum, { cores = 0 }) => sum + cores, 0);
    const lines = files
      .sort((a, b) => Math.max(b.took, b.cores ?? 0) - Math.max(a.took, a.cores ?? 0))
      .slice(0, shown)
      .map(({ file, took, cores }) => `${seconds(took)}${cores === undefined ? "" : seconds(cores)}  ${file}`);
    const told = all > 0 ? `; the second figure: seconds of processors, ${all.toFixed(0)} in all` : "";
    process.stdout.write(`\nSlowest files (of ${files.length}${told}):\n${lines.join("\n")}\n`);
  }
}
