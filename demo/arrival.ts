import type { Channel } from "./appeal.ts";
import { civilDate, dayNumber, minutesInDay, weekday, workingDayAfter } from "./calendar.ts";
import type { Random } from "./random.ts";

/** Weights of the hours of a day: evenings in social networks, office hours on the portal, few at night. */
const socialHours = [
  0.4, 0.2, 0.1, 0.1, 0.1, 0.2, 0.8, 2.2, 3.4, 3.8, 3.9, 3.8, 4, 3.8, 3.4, 3.4, 3.7, 4.6, 6, 7.2, 7.4, 6.2, 3.6, 1.4,
];
const officeHours = [
  0.2, 0.1, 0.1, 0.1, 0.1, 0.2, 0.6, 2, 5, 7, 7.4, 7, 5, 5.4, 6, 6, 5, 4, 3.4, 3.4, 3.6, 2.6, 1.4, 0.6,
];
/** Weights of the days of a week, Monday first. */
const weekdays: Readonly<Record<Channel, readonly number[]>> = {
  social: [1.14, 1.1, 1.06, 1.04, 1, 0.66, 0.62],
  portal: [1.2, 1.14, 1.1, 1.04, 0.96, 0.5, 0.46],
  letter: [1.5, 1.15, 1.05, 1, 0.9, 0, 0],
};

/** The minute an appeal of a month arrives; letters are registered on working days and have no time of day. */
export function minuteIn(channel: Channel, year: number, month: number, random: Random): number {
  const first = dayNumber(year, month, 1);
  const length = dayNumber(year, month + 1, 1) - first;
  const profile = weekdays[channel];
  const days = Array.from({ length }, (_, index) => profile[weekday(first + index)] ?? 1);
  let day = first + random.weighted(days);
  if (channel === "letter") day = civilDate(workingDayAfter(day)).month === month ? workingDayAfter(day) : day;
  return day * minutesInDay + minuteOfDay(channel, random);
}

/** The minute of a day: none for letters. */
export function minuteOfDay(channel: Channel, random: Random): number {
  const hour = random.weighted(channel === "social" ? socialHours : officeHours);
  return channel === "letter" ? 0 : hour * 60 + random.whole(0, 59);
}
