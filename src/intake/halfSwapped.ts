import { isoDateOfDay, dayOfIsoDate } from "../model/moment.ts";

/** A day with day and month exchanged where both are 12 or less; else the same day. */
function swapped(day: number): number {
  const [year, month, date] = isoDateOfDay(day).split("-");
  return Number(date) <= 12 ? dayOfIsoDate(`${year}-${date}-${month}`) : day;
}

/** Days. Registration may lag by a week or two; a swapped date is off by a month or more. */
const jump = 15;
const fewestJumps = 6;

function backJumps(days: readonly number[]): number {
  let jumps = 0;
  for (let at = 1; at < days.length; at += 1) if ((days[at - 1] ?? 0) - (days[at] ?? 0) > jump) jumps += 1;
  return jumps;
}

const rowsRemembered = 100_000;

/**
 * Watches whether a column of dates had day and month swapped wherever that is possible, as some programs do without a
 * word. Registry numbers grow with time: in their order dates should not jump back by weeks, and if they do as they are
 * and do not once they are swapped, they were swapped.
 */
export class SwapWatch {
  readonly #numbers: number[] = [];
  readonly #days: number[] = [];

  add(id: string, day: number): void {
    if (this.#numbers.length >= rowsRemembered || !/^\d{1,15}$/.test(id)) return;
    this.#numbers.push(Number(id));
    this.#days.push(day);
  }

  get halfSwapped(): boolean {
    const order = this.#numbers
      .map((_, index) => index)
      .sort((left, right) => (this.#numbers[left] ?? 0) - (this.#numbers[right] ?? 0));
    const days = order.map((index) => this.#days[index] ?? 0);
    const asTheyAre = backJumps(days);
    const exchanged = new Map([...new Set(days)].map((day) => [day, swapped(day)] as const));
    // Swapping dates that are right makes many jumps where there were few: it never passes for a repair.
    return asTheyAre >= fewestJumps && backJumps(days.map((day) => exchanged.get(day)!)) * 5 < asTheyAre;
  }
}
