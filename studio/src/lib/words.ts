/** Numbers and names as the page writes them. */
import { HISTORY, LABORATORY } from "./asked";

export const spoken = (name: string): string =>
  name.replaceAll("_", " ").replace(/vitamin (d|k2)\b/, (_, kind: string) => `vitamin ${kind.toUpperCase()}`).replace("omega 3", "omega-3");
export const signed = (value: number, digits = 1): string => value.toFixed(digits).replace("-", "−");
export const percent = (value: number, digits = 1): string => `${signed(value, digits)} %`;
export const counted = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

/** Return a text with what a case file calls a fact as the form calls it. */
export const asAsked = (text: string): string =>
  text.replace(/\b(history|laboratory|frax): (\w+)/g, (_, kind: string, name: string) =>
    kind === "history" ? (HISTORY[name] ?? spoken(name)) : kind === "frax" ? `FRAX, ${name === "hip" ? "hip" : "major"}` : (LABORATORY[name]?.words ?? spoken(name)));

/** Return what is wrong with a case in the words of the form: the way to the fault is told as its name. */
export const inForm = (fault: string): string =>
  fault.split("\n").map((line) => {
    const [, way, rest] = /^((?:[^:]+ > )+[^:]+?)((?::| is missing)[\s\S]*)$/.exec(line) ?? [];
    if (way === undefined) return line;
    const parts = way.split(" > ").filter((part) => !["person", "usual", "strategies", "diet"].includes(part));
    return parts.map((part) => spoken(part).replace("t score", "T-score").replace("bmd", "BMD")).join(", ") + rest;
  }).join("\n");

/** Return the number of a quantity as a case file has it, in a unit: 62 of "62 years", 36 of "month 36". */
export function numberIn(written: unknown, unit: string): number | null {
  if (typeof written === "number") return written;
  if (typeof written !== "string") return null;
  const [, before, number, after] = /^(day|month|year)?\s*(-?[\d.e+-]+)\s*(.*)$/.exec(written.trim()) ?? [];
  if (number === undefined) return null;
  const given = (before ?? after ?? "").replace(/s$/, "");
  const wanted = unit.replace(/s$/, "");
  const value = Number(number);
  if (given === "" || given === wanted || !(given in DAYS) || !(wanted in DAYS)) return value;
  return (value * DAYS[given]!) / DAYS[wanted]!;
}
const DAYS: Record<string, number> = { day: 1, week: 7, month: 30.4375, year: 365.25, "per day": 1, "per week": 1 / 7 };

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
