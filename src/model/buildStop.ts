/** What stops a build: a setting, a missing file, a whole export that cannot be used. Words are in src/strings (stop.CODE.message, .advice). */
export const stopCodes = [
  "SETTINGS_MISSING",
  "SETTINGS_UNREADABLE",
  "SETTINGS_INVALID",
  "EXPORTS_MISSING",
  "EDITION_NAME",
  "EDITION_EMPTY",
  "EXPORT_UNUSABLE",
  "NO_APPEALS",
  "FILE_NAMES_PERSON",
  "AGENCIES_ARE_PERSONS",
  "ID_KEY_MISSING",
  "ID_KEY_REPLACED",
  "TAKEDOWNS_UNKNOWN",
  "TAKEDOWNS_GONE",
  "TAKEDOWN_MEMORY_BROKEN",
  "TAKEDOWN_MEMORY_GONE",
  "DETECTOR_FAILED",
  "CACHE_WRONG",
  "SHARDS_NONE",
  "SHARDS_MIXED",
  "SHARDS_MISSING",
  "SHARD_DAMAGED",
  "SHARD_OTHER",
  "SHARDS_KEYLESS",
  "PRIVACY_SHARE",
  "PRIVACY_STRICT",
  "PRIVACY_LEFT",
  "PRIVACY_REVIEW",
  "PUBLIC_ID_COLLISION",
  "OUTPUT_OCCUPIED",
  "OUTPUT_MISPLACED",
  "OUTPUT_BUSY",
  "OUTPUT_LINKED",
  "EMBARGOED",
  "RELEASE_OLDEST",
  "RELEASE_UNKNOWN",
  "RELEASE_EXPOSES",
  "KEY_UNUSABLE",
  "KEY_EXISTS",
  "FOLDER_MISSING",
  "SITE_MISSING",
  "SITE_UNLISTED",
  "FILES_REFUSED",
  "SITE_UNREACHABLE",
  "UNEXPECTED",
  "VERIFY_FAILED",
] as const;
export type StopCode = (typeof stopCodes)[number];

/** Where the cause is: a path relative to the data folder, with line and column where they are known. */
export interface Place {
  file: string;
  line?: number;
  column?: number;
}

/** Thrown to stop the whole run before anything is written. Carries no value from the data. */
export class BuildStop extends Error {
  readonly code: StopCode;
  readonly places: Place[];
  /** Named facts for the message: numbers, names of settings, expected forms. */
  readonly details: Record<string, string | number>;

  constructor(code: StopCode, places: Place[] = [], details: Record<string, string | number> = {}) {
    super(code);
    this.name = "BuildStop";
    this.code = code;
    this.places = places;
    this.details = details;
  }
}
