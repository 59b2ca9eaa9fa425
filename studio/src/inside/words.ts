/** How numbers and names of the map are written. */
import type { Moved } from "./pathway";

export const STILL = 0.005;
/** Below it a level is nothing but rounding. */
const NOTHING = 1e-9;

const signed = (text: string, up: boolean): string => `${up ? "+" : "−"}${text}`;

/** Return a number to three digits, with a true minus sign. */
export function number(value: number): string {
  const size = Math.abs(value) < NOTHING ? 0 : Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) return value.toExponential(1).replaceAll("-", "−");
  const digits = size === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(size)));
  return (size && value).toFixed(Math.min(4, digits)).replace("-", "−");
}

/** Return a change of a logarithm as people say it: '+12 %', '×3.1', '÷25'. */
export function change(by: number): string {
  if (Math.abs(by) < STILL) return "±0";
  const factor = Math.exp(Math.abs(by));
  if (factor < 2 && by > 0) return signed(`${percent(factor - 1)} %`, true);
  if (factor < 2.5 && by < 0) return signed(`${percent(1 - 1 / factor)} %`, false);
  return `${by > 0 ? "×" : "÷"}${factor < 10 ? factor.toFixed(1) : factor >= 1e3 ? "1000+" : factor.toFixed(0)}`;
}
const percent = (share: number): string => (100 * share).toFixed(share < 0.095 ? 1 : 0);

/** Return in short how far a quantity has moved: its change, or its level where no ratio has a meaning. */
export const short = (one: Moved): string => (one.ratio ? change(one.by) : withUnit(one));
const withUnit = (one: Moved): string => `${number(one.level)}${one.node.unit ? ` ${one.node.unit}` : ""}`;

/** Return a name with places where a long word may break. */
export const breakable = (name: string): string =>
  name.replace(/\p{L}{10,}/gu, (word) => word.replace(/(?<=.{3}[aeiouy])(?=[b-df-hj-np-tvwxz][aeiouy].{2})/g, "\u00AD"));

/** Return a push as what it does to its effect; only its way where no ratio has a meaning. */
export const pushed = (by: number, ratio: boolean): string => (ratio ? change(by) : by > 0 ? "up" : "down");

/** Return names as a list in a sentence. */
export const listed = (names: string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** Return the same as a clause, for a list or a screen reader. */
export function clause(one: Moved, against: string): string {
  const level = withUnit(one);
  if (Math.abs(one.by) < STILL) return `${level}, as in ${against}`;
  const way = one.by > 0 ? "above" : "below";
  return one.ratio ? `${level}, ${change(one.by)} against ${against}` : `${level}, ${way} ${against}`;
}
