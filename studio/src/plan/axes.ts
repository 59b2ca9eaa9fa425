/** What the front can be looked at by; on every axis of height lower or higher is said to be better. */
import type { Proposed } from "../lib/api";
import { percent, signed } from "../lib/words";

export interface Axis {
  name: string; words: string; unit: string; lowIsGood: boolean;
  value: (one: Proposed) => number; said: (value: number) => string;
}
const axis = (name: string, words: string, unit: string, lowIsGood: boolean, value: Axis["value"], said: Axis["said"]): Axis =>
  ({ name, words, unit, lowIsGood, value, said });

const FRACTURES: Axis[] = [
  axis("expected", "major osteoporotic fracture, expected", "%", true, (one) => one.fracture_major_osteoporotic?.expected ?? NaN, (value) => percent(value)),
  axis("worst", "major osteoporotic fracture, worst tenth", "%", true, (one) => one.fracture_major_osteoporotic?.worst_tenth ?? NaN, (value) => percent(value)),
  axis("hip_fracture", "hip fracture, expected", "%", true, (one) => one.fracture_hip?.expected ?? NaN, (value) => percent(value, 2)),
];
const DENSITIES: Axis[] = [
  axis("spine", "T-score of the spine then", "", false, (one) => one.t_score.lumbar_spine!.median, (value) => signed(value, 2)),
  axis("hip", "T-score of the hip then", "", false, (one) => one.t_score.total_hip!.median, (value) => signed(value, 2)),
];
/** In men no fracture is told. */
export const heights = (shown: Proposed[]): Axis[] =>
  shown.some((one) => one.fracture_major_osteoporotic) ? [...FRACTURES, ...DENSITIES] : DENSITIES;
export const WIDTHS: Axis[] = [
  axis("burden", "burden", "hours a year", true, (one) => one.burden.value, (value) => `${Math.round(value)} hours a year`),
  axis("interventions", "things begun", "", true, (one) => one.interventions, (value) => String(value)),
];

/** Return the strategies that no other beats in both axes, by width. */
export function edge(shown: Proposed[], width: Axis, height: Axis): Proposed[] {
  const cost = (one: Proposed) => [width.value(one) * (width.lowIsGood ? 1 : -1), height.value(one) * (height.lowIsGood ? 1 : -1)] as const;
  const kept = shown.filter((one) => {
    const [x, y] = cost(one);
    return !shown.some((other) => {
      const [a, b] = cost(other);
      return a <= x && b <= y && (a < x || b < y);
    });
  });
  return kept.sort((one, other) => width.value(one) - width.value(other));
}
