/** A field of the form and the words of the case behind it: what is not changed in the field stays as the case has it. */
import { numberIn, rounded } from "./words";

/** How many digits after the point a field shows; four where nothing is said. */
const DIGITS: Record<string, number> = { years: 2, cm: 2, kg: 2, "%": 2, "per week": 2, "mg/day": 0, "IU/day": 0 };

/** Return the number that a field shows of a quantity, in its unit; "" is a plain number. */
export function shown(written: unknown, unit: string): number | null {
  const found = numberIn(written, unit);
  return found === null ? null : rounded(found, DIGITS[unit] ?? 4);
}

/** Return what the case says of a quantity: what it had, where the field still shows that, else the number in the field. */
export function worded(now: number | null, unit: string, had: unknown): unknown {
  if (now === shown(had, unit)) return had;
  return now === null || unit === "" ? now : `${now} ${unit}`;
}

/** Return what the case says of a choice; `usual` is shown, and meant, where it says nothing. */
export const chosen = (now: string, usual: string, had: unknown): unknown => (now === (had ?? usual) ? had : now);
