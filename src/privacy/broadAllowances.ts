import type { AllowListSettings } from "./allowList.ts";

/** Where anybody opens a mailbox: a domain of theirs on the list lets every resident's address stay. */
const publicMail: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com mail.ru inbox.ru list.ru bk.ru internet.ru xmail.ru yandex.ru ya.ru yandex.com yandex.by yandex.kz narod.ru
  rambler.ru lenta.ru autorambler.ru myrambler.ru ro.ru vk.com outlook.com hotmail.com live.com live.ru msn.com icloud.com me.com mac.com
  yahoo.com proton.me protonmail.com gmx.com gmx.de web.de tut.by ukr.net mail.com zoho.com`.split(/\s+/u),
);

/** A list of `privacy.allow` with entries that let more stay than somebody can have meant. */
export interface BroadAllowance {
  readonly list: keyof AllowListSettings;
  /** How many of its entries do. */
  readonly count: number;
}

/**
 * Entries of the allow-list that stand for anybody: a whole domain of public mail, a whole social network, an official of one
 * word, a number of four figures or fewer.
 */
export function broadAllowances({
  officials = [],
  phones = [],
  mailboxes = [],
  profiles = [],
}: AllowListSettings): BroadAllowance[] {
  const broad: Record<keyof AllowListSettings, readonly string[]> = {
    officials: officials.filter((name) => (name.match(/\p{L}{2,}/gu) ?? []).length < 2),
    phones: phones.filter((phone) => phone.replace(/\D/gu, "").length < 5),
    mailboxes: mailboxes.filter(
      (mailbox) =>
        mailbox.startsWith("@") && (publicMail.has(mailbox.slice(1).toLowerCase()) || !mailbox.includes(".")),
    ),
    profiles: profiles.filter((profile) => /^(?:https?:\/\/)?[^/@]+\.[^/]+\/?$/u.test(profile.trim())),
  };
  return (["officials", "phones", "mailboxes", "profiles"] as const).flatMap((list) =>
    broad[list].length === 0 ? [] : [{ list, count: broad[list].length }],
  );
}
