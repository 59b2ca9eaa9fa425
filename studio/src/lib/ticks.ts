/** Round numbers along an axis, and how large letters and margins of a picture are. */

/** How large the letters of the page are, against the usual ones: marks and margins follow. */
export const scaleOf = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

/** Return round numbers that divide a span into about so many steps. */
export function ticks(low: number, high: number, about = 5): number[] {
  const raw = (high - low) / about || 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= raw - 1e-12) ?? raw;
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, place) => rounded((first + place) * step));
}
const rounded = (value: number) => Number(value.toPrecision(12));

/** Return how many digits after the point tell numbers apart that are evenly spaced. */
export const digitsOf = (marks: number[]): number => Math.max(0, -Math.floor(Math.log10((marks[1] ?? 1) - (marks[0] ?? 0) || 1) + 1e-9));
