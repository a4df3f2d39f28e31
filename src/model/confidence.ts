/** The two levels the portal draws: 95 % to describe, 99.8 % to flag (Spiegelhalter 2005, "three sigma"). */
export type Confidence = 0.95 | 0.998;

/**
 * The standard normal quantile z with the given probability between -z and z.
 * Hard-coded to the last double digit, because library approximations of it err in the third.
 */
export function criticalValue(confidence: Confidence): number {
  return confidence === 0.95 ? 1.959963984540054 : 3.090232306167813;
}
