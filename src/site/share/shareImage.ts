import { type Language } from "../../model/portal.ts";

/** Pixels of a picture that stands beside a shared link: the size that messengers and networks ask for. */
export const shareImageSize = { width: 1200, height: 630 } as const;

/**
 * The picture that goes with a page: an agency and a topic have one of their own, every other page shows the edition's.
 *
 * @param address of the page inside the portal: "/agencies/gzhi/"
 * @param further a further language of the portal; null: its first
 * @returns address of a file inside the portal: "/share/agencies/gzhi.png"
 */
export function shareImage(address: string, further: Language | null): string {
  const [, subject] = /^\/((?:agencies|topics)\/[^/]+)\/$/u.exec(address) ?? [];
  return `/share/${further === null ? "" : `${further}/`}${subject ?? "edition"}.png`;
}
