import { relative } from "node:path";
import { type Reporter, type TestModule } from "vitest/node";

const shown = 15;
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1).padStart(7)} s`;

/** Tells at the end of a run which files took longest, loading included: what to look at when the tests become slow. */
export default class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = modules.map((module) => {
      const { prepareDuration, environmentSetupDuration, collectDuration, setupDuration, duration } =
        module.diagnostic();
      return {
        file: relative(process.cwd(), module.moduleId),
        took: prepareDuration + environmentSetupDuration + collectDuration + setupDuration + duration,
      };
    });
    const lines = files
      .sort((a, b) => b.took - a.took)
      .slice(0, shown)
      .map(({ file, took }) => `${seconds(took)}  ${file}`);
    process.stdout.write(`\nSlowest files (of ${files.length}):\n${lines.join("\n")}\n`);
  }
}
