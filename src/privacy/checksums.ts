function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}

/**
 * Check number of an 11-digit SNILS: digits weighted 9…1, modulo 101, 100 counting as 0.
 * Numbers up to 001-001-998 were issued before the check number and always pass.
 * Source: Pension Fund's rule, reproduced in the order on the form of the insurance certificate.
 */
export function isSnilsValid(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false;
  if (Number(digits.slice(0, 9)) <= 1_001_998) return true;
  return (weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(digits.slice(9));
}

/** The two check digits of a person's 12-digit INN (modulo 11, then 10). Source: order of the tax service on INN. */
export function isPersonInnValid(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  const first = (weightedSum(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
  const second = (weightedSum(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
  return first === Number(digits[10]) && second === Number(digits[11]);
}

/** The check digit of bank cards and of the health insurance policy (ISO/IEC 7812, Luhn's formula). */
export function isLuhnValid(digits: string): boolean {
  if (!/^\d{2,}$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    sum += index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
