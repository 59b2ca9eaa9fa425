/** Numbers and names as the page writes them. */
import { HISTORY, LABORATORY } from "./asked";

export const spoken = (name: string): string =>
  name.replaceAll("_", " ").replace(/vitamin (d|k2)\b/, (_, kind: string) => `vitamin ${kind.toUpperCase()}`).replace("omega 3", "omega-3");
/** Return a number with a true minus sign; what rounds to zero has none. */
export const signed = (value: number, digits = 1): string => value.toFixed(digits).replace(/^-(?=[0.]*$)/, "").replace("-", "−");
export const unitOf = (unit: string): string => unit.replace("ug", "µg").replace("cm2", "cm²");
/** Return a text that begins as a sentence does; eGFR stays eGFR. */
export const sentence = (text: string): string => (/^\p{Ll}\p{Lu}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1));
export const percent = (value: number, digits = 1): string => `${signed(value, digits)} %`;
export const counted = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

/** Return a text with what a case file calls a fact as the form calls it. */
export const asAsked = (text: string): string =>
  text.replace(/\b(history|laboratory|frax): (\w+)/g, (_, kind: string, name: string) =>
    kind === "history" ? (HISTORY[name] ?? spoken(name)) : kind === "frax" ? `FRAX, ${name === "hip" ? "hip" : "major fracture"}` : within(LABORATORY[name]?.words ?? spoken(name)));
/** Return a name as it stands within a sentence; one that begins with several capitals or a number keeps them. */
const within = (name: string): string => (/^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name);

/** Return what is wrong with a case in the words of the form: the way to the fault is told as its name. */
export const inForm = (fault: string): string =>
  fault.split("\n").map((line) => {
    const [, way, rest] = /^((?:[^:]+ > )+[^:]+?)((?::| is )[\s\S]*)$/.exec(line) ?? [];
    if (way === undefined) return line;
    const parts = way.split(" > ").filter((part) => !["person", "usual", "strategies", "diet"].includes(part));
    return unitOf(parts.map(asField).join(", ").replace(/laboratory, (\w+)/, (_, name: string) => LABORATORY[name]?.words ?? name) + rest);
  }).join("\n");

/** Return what the form calls a part of a case. */
const asField = (part: string): string =>
  spoken(part).replace("t score", "T-score").replace("bmd", "BMD").replace("frax", "FRAX").replace(/^measurements (?=\d)/, "later scan ");

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
