import type { Language } from "../../model/portal.ts";

/** Pixels of a picture that stands beside a shared link: the size that messengers and networks ask for. */
export const shareImageSize = { width: 1200, height: 630 } as const;

/**
 * The picture that goes with a page: an agency, a topic and the week have one of their own, every other page shows the edition's.
 *
 * @param address of the page inside the portal: "/agencies/gzhi/"
 * @param further a further language of the portal; null: its first
 * @returns address of a file inside the portal: "/share/agencies/gzhi.png"
 */
export function shareImage(address: string, further: Language | null): string {
  const [, subject] = /^\/((?:agencies|topics)\/[^/]+|week)\/$/u.exec(address) ?? [];
  return `/share/${further === null ? "" : `${further}/`}${subject ?? "edition"}.png`;
}

/** The square picture of the week, for networks that cut wide ones. */
export const squareSize = { width: 1080, height: 1080 } as const;
export const squareWeekImage = (further: Language | null): string =>
  `/share/${further === null ? "" : `${further}/`}week-square.png`;
