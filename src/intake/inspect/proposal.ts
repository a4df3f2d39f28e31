import type { SourceField } from "../../model/source.ts";
import type { ColumnProfile } from "./columnProfile.ts";

/** A column that probably feeds a field. */
export interface Proposal {
  field: SourceField;
  column: ColumnProfile;
  /** Why, as keys of the report's words. */
  reasons: ("name" | "dates" | "unique" | "labels" | "texts" | "earliest" | "before" | "after")[];
}
