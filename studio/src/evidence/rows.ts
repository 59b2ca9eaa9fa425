/** The rows of the tables of the report. */
import type { TestedModel } from "../lib/api";
import { percent, signed, spoken, unitOf } from "../lib/words";
import type { Cell } from "../Table.svelte";

export type Role = "validation" | "calibration";
const LONGEST = 10;
const share = (value: number | null) => (value === null ? "" : `${Math.round(100 * value)} %`);
/** A change in percent, a ratio of risks, or a level in its unit, with the digits that tell neighbors apart. */
const value = (number: number, unit: string) =>
  unit === "%" ? percent(number, Math.abs(number) < 10 ? 1 : 0) : unit === "" ? signed(number, 2) : `${signed(number, digitsIn(number))} ${unitOf(unit)}`;
const digitsIn = (number: number) => Math.min(3, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(number) || 1e-9))));
const scaled = (number: number, unit: string) => (unit === "share" ? share(number) : `${number.toFixed(2)} ${unit}`);

export const aims = (tested: TestedModel): Cell[][] =>
  tested.aims.map((one) => [
    { words: one.what }, { words: `${one.at_least ? "≥" : "≤"} ${scaled(one.limit, one.unit)}` }, { words: scaled(one.found, one.unit) },
    { words: one.met ? "met" : "not met", verdict: one.met },
  ]);

/** Groups by their error, the greatest first; those that are not told in points come last. */
export function groups(tested: TestedModel, role: Role): Cell[][] {
  const own = tested.groups.filter((one) => one.role === role);
  const drawn = own.filter((one) => one.percent && one.rmse !== null && one.rmse < LONGEST).sort((one, other) => other.rmse! - one.rmse!);
  const far = Math.max(...drawn.map((one) => one.rmse!), 1);
  const factor = (one: (typeof own)[number]) =>
    [one.rmse === null ? "" : `${one.rmse.toFixed(0)} points`, one.factor === null ? "" : `levels and risks by a factor of ${one.factor.toFixed(2)}`].filter(Boolean).join("; ");
  return [...drawn, ...own.filter((one) => !drawn.includes(one))].map((one) => [
    { words: one.group },
    drawn.includes(one) ? { words: one.rmse!.toFixed(1), length: one.rmse! / far } : { words: factor(one) },
    { words: String(one.rows) }, { words: share(one.inside) },
  ]);
}

export const others = (tested: TestedModel): Cell[][] =>
  tested.others.map((one) => [{ words: one.who }, { words: `${one.rows} of ${one.trials} trials` }, { words: one.first.toFixed(1) }, { words: one.second.toFixed(1) }]);

export const misses = (tested: TestedModel, role: Role): Cell[][] => told(tested.misses.filter((one) => one.role === role));

/** Return an endpoint as the page calls it: markers by their signs, which stand for themselves. */
const named = (endpoint: string): string =>
  ({ pinp: "P1NP", ctx: "CTX", ntx: "NTX", pth: "PTH", bone_alp: "bone ALP", tracp5b: "TRACP 5b" })[endpoint] ?? spoken(endpoint).replace("bmd", "BMD");

/** What was observed beside what is predicted. */
export const told = (rows: TestedModel["misses"]): Cell[][] =>
  rows.map((one) => [
    { words: one.trial, small: one.versus ? `${one.arm} versus ${one.versus}` : one.arm },
    { words: `${named(one.endpoint)}, month ${one.month}` },
    { words: value(one.observed, one.unit) },
    { words: value(one.predicted, one.unit), small: ` ${value(one.low, one.unit)} to ${value(one.high, one.unit)}` },
  ]);
