/** What a virtual trial has found, as rows of tables and courses of charts. */
import type { Cell } from "../Table.svelte";
import type { Course, Tried } from "../lib/api";
import { percent, signed } from "../lib/words";

export const BMD = { bmd_lumbar_spine: "Lumbar spine", bmd_total_hip: "Total hip", bmd_femoral_neck: "Femoral neck" } as const;
const MEASURED: Record<string, string> = { ...BMD, ctx: "CTX", pinp: "P1NP" };
const FRACTURES: Record<string, string> = {
  fracture_clinical: "Clinical", fracture_vertebral: "Vertebral, felt or not", fracture_hip: "Hip", fracture_major_osteoporotic: "Major osteoporotic",
};
const NO = "−";

export const labelOf = (endpoint: string): string => MEASURED[endpoint] ?? FRACTURES[endpoint] ?? endpoint.replaceAll("_", " ");
export const visitsOf = (found: Tried): number[] => [...new Set(found.changes.map((one) => one.month))];

/** Return a course for each arm: the mean change at month 0 and at every visit, with its interval. */
export function coursesOf(found: Tried): Course[] {
  return Object.keys(found.arms).map((name) => ({
    name, doing: [], cautions: [],
    series: Object.fromEntries(Object.keys(MEASURED).map((endpoint) => {
      const seen = found.changes.filter((one) => one.arm === name && one.endpoint === endpoint);
      const told = (part: "mean" | "low" | "high") => [0, ...seen.map((one) => one[part] ?? one.mean ?? 0)];
      return [endpoint, { label: labelOf(endpoint), unit: "%", middle: told("mean"), low: told("low"), high: told("high") }];
    })),
  }));
}

const interval = (low: number | null, high: number | null, digits = 1): string => (low === null || high === null ? "" : `${signed(low, digits)} to ${signed(high, digits)}`);
const chance = (p: number | null): string => (p === null ? NO : p < 0.001 ? "<\u00a00.001" : p.toFixed(3));
const size = (needed: number | null | undefined): string => (needed === null || needed === undefined ? "over 100,000" : needed.toLocaleString("en"));

/** Return a row for everything that is measured, in every arm, at a visit. */
export function outcomes(found: Tried, month: number): Cell[][] {
  return found.changes.filter((one) => one.month === month && one.endpoint in MEASURED).map((one) => {
    const other = found.differences.find((two) => two.arm === one.arm && two.endpoint === one.endpoint && two.month === month);
    return [
      { words: labelOf(one.endpoint), small: one.arm },
      { words: one.mean === null ? NO : percent(one.mean), small: interval(one.low, one.high) },
      { words: typeof other?.difference === "number" ? signed(other.difference) : NO, small: other ? interval(other.low, other.high) : "" },
      { words: other ? chance(other.p) : NO },
      { words: String(one.measured), small: one.missing ? `${one.missing} have left` : "" },
    ];
  });
}

export function fractures(found: Tried): Cell[][] {
  return found.fractures.filter((one) => one.endpoint in FRACTURES).map((one) => {
    const ratio = found.hazard_ratios.find((two) => two.arm === one.arm && two.endpoint === one.endpoint);
    return [
      { words: labelOf(one.endpoint), small: one.arm },
      { words: `${one.events} of ${one.people}` },
      { words: one.percent === null ? NO : percent(one.percent), small: interval(one.low, one.high) },
      { words: typeof ratio?.ratio === "number" ? ratio.ratio.toFixed(2) : NO, small: ratio ? interval(ratio.low, ratio.high, 2) : "" },
    ];
  });
}

/** Return a row for every comparison: what is to be found, how likely it is, and how many people it takes. */
export function powers(found: Tried): Cell[][] {
  const needed = (one: { needed: Record<string, number | null> }): Cell[] => [{ words: size(one.needed["0.8"]) }, { words: size(one.needed["0.9"]) }];
  const changes = found.power.filter((one) => one.endpoint in MEASURED).map((one): Cell[] => [
    { words: labelOf(one.endpoint), small: one.arm }, { words: signed(one.difference), small: "points" }, { words: `${Math.round(100 * one.planned)} %` }, ...needed(one),
  ]);
  const events = found.power_fractures.filter((one) => one.endpoint in FRACTURES).map((one): Cell[] => [
    { words: labelOf(one.endpoint), small: one.arm }, { words: one.ratio.toFixed(2), small: "hazard ratio" }, { words: NO }, ...needed(one),
  ]);
  return [...changes, ...events];
}
