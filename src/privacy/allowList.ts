import type { PersonalDataClass } from "./classes.ts";
import { isMeantAsOfficial, type NamePlace } from "./officialContext.ts";
import { nameWords, stem } from "./names/stem.ts";

/** What a portal publishes on purpose: officials in office, hotlines, agency mailboxes and pages. */
export interface AllowListSettings {
  /** Full names of officials as written on the agency's site («Иванова Мария Петровна»). */
  readonly officials?: readonly string[];
  /** Hotlines and reception numbers in any notation. */
  readonly phones?: readonly string[];
  /** Mailboxes («info@example.ru») or whole domains («@example.ru»). */
  readonly mailboxes?: readonly string[];
  /** Official pages («vk.com/example») and handles («@example»). */
  readonly profiles?: readonly string[];
}

export interface AllowList {
  /**
   * Whether this value of this class may stay in a published text.
   *
   * @param place where a name stands; left out: a name is judged by itself
   */
  allows(value: string, personalDataClass: PersonalDataClass, place?: NamePlace): boolean;
}

export const EMPTY_ALLOW_LIST: AllowList = { allows: () => false };

/** The last ten digits: the same number is written with +7, 8 or nothing in front. City numbers are kept whole. */
function phoneKey(phone: string): string {
  const digits = phone.replace(/доб.*$|\(доб.*$/iu, "").replace(/\D/g, "");
  return digits.length > 10 ? digits.slice(-10) : digits;
}

function profileKey(profile: string): string {
  return profile
    .toLowerCase()
    .replace(/^https?:\/\//u, "")
    .replace(/^(?:www|m)\./u, "")
    .replace(/[/?#.,;]+$/u, "");
}

/**
 * Reads an official's name in any case and any of the usual forms: every word of the value must be a word of the
 * official's name in some case, or the initial of one, and the surname or the name with patronymic must be there. In a text
 * the official has to be meant as one: others bear the same surname.
 */
function isOfficial(value: string, officials: readonly (readonly string[])[], place: NamePlace | undefined): boolean {
  const words = nameWords(value);
  const whole = words.filter((word) => word.length > 1);
  if (whole.length === 0) return false;
  return officials.some((official) => {
    const stems = official.map(stem);
    const fits = words.every((word) =>
      word.length === 1 ? official.some((part) => part.startsWith(word)) : stems.includes(stem(word)),
    );
    const surname = stems[0];
    if (fits && place !== undefined) {
      const hasSurname = surname !== undefined && whole.some((word) => stem(word) === surname);
      if (
        !isMeantAsOfficial(place, {
          isWhole: words.length >= 3 && hasSurname,
          isSeveral: words.length >= 2,
          hasSurname,
        })
      )
        return false;
    }
    return fits && (whole.length >= 2 || (surname !== undefined && stem(whole[0] ?? "") === surname));
  });
}

/** Prepares the portal's list for look-ups. Values are compared by meaning, not by spelling. */
export function createAllowList(settings: AllowListSettings): AllowList {
  const officials = (settings.officials ?? []).map(nameWords);
  const phones = new Set((settings.phones ?? []).map(phoneKey));
  const mailboxes = (settings.mailboxes ?? []).map((mailbox) => mailbox.toLowerCase());
  const addresses = new Set(mailboxes.filter((mailbox) => !mailbox.startsWith("@")));
  const domains = mailboxes.filter((mailbox) => mailbox.startsWith("@"));
  const profiles = new Set((settings.profiles ?? []).map(profileKey));
  return {
    allows(value, personalDataClass, place) {
      if (personalDataClass === "name") return isOfficial(value, officials, place);
      if (personalDataClass === "phone") return phones.has(phoneKey(value));
      if (personalDataClass === "email") {
        const address = value.toLowerCase();
        return addresses.has(address) || domains.some((domain) => address.endsWith(domain));
      }
      if (personalDataClass === "profile" || personalDataClass === "post") {
        const key = profileKey(value);
        return (
          profiles.has(key) ||
          [...profiles].some((profile) => key.startsWith(`${profile}?`) || key.startsWith(`${profile}/`))
        );
      }
      return false;
    },
  };
}
