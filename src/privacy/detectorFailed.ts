import { BuildStop } from "../model/buildStop.ts";

/** The class of an error, as the code names it; messages and names set by hand may repeat the text that was read. */
export function errorClass(error: unknown): string {
  const made: unknown = error instanceof Object ? error.constructor : null;
  return typeof made === "function" && /^[A-Z]\w{0,40}$/u.test(made.name) ? made.name : "Error";
}

/** The stop of a build in which a detector threw. Of what it threw only the class of the error is told. */
export function detectorFailed(errorClass: string): BuildStop {
  return new BuildStop("DETECTOR_FAILED", [], { error: errorClass });
}

/**
 * Runs what reads texts: a text that a detector could not read is not known to be clean, so nothing is published.
 *
 * @throws BuildStop DETECTOR_FAILED for whatever else is thrown inside
 */
export function orDetectorFailed<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw error instanceof BuildStop ? error : detectorFailed(errorClass(error));
  }
}
