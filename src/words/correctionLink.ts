import type { Portal } from "../model/portal.ts";
import type { Voice } from "./language.ts";

/** What a reader says is wrong. */
export interface Disputed {
  /** Short and without cases: the number of an appeal, the address of a chart. */
  what: string;
  /** Full address of its page. */
  address: string;
  /** Day of the edition; null on pages that do not change from edition to edition. */
  edition: string | null;
}

/**
 * Where a mistake is reported: a letter with everything filled in that the press service needs to find it, or the portal's
 * own form, in whose address {what}, {address} and {edition} are filled.
 */
export function correctionHref(
  { email, corrections = email }: Portal["publisher"],
  { what, address, edition }: Disputed,
  { t }: Pick<Voice, "t">,
): string {
  const fill = { what, address, edition: edition ?? "" };
  if (!corrections.includes("@") || /^https?:/u.test(corrections))
    return corrections.replace(/\{(what|address|edition)\}/gu, (_, name: keyof typeof fill) =>
      encodeURIComponent(fill[name]),
    );
  const subject = t("report.subject", { what });
  const body = [address, ...(edition === null ? [] : [t("report.edition", { edition })]), "", t("report.wrong")].join(
    "\r\n",
  );
  const plain = (text: string): string => encodeURIComponent(text.replaceAll("\u00a0", " "));
  return `mailto:${corrections}?subject=${plain(subject)}&body=${plain(body)}`;
}
