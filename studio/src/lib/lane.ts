/** A course of a drug or an activity of a case, and the bar on the timeline that stands for it. */
import { CHOICES, type Choice } from "./choices";
import { only, without, type Rest } from "./content";
import { numberIn } from "./words";

/** The months that the timeline shows. */
export const HORIZON = 120;

/** A bar; `had` are its times in the words of the case, of which each holds until that end of the bar is moved. */
export interface Item { id: number; choice: Choice; from: number; until: number; had: Rest | null }

let last = 0;
export const fresh = (): number => (last += 1);

export function item(name: string, from = 0): Item {
  const choice = CHOICES.find((one) => one.name === name) ?? CHOICES[0]!;
  return { id: fresh(), choice, from, until: Math.min(HORIZON, from + 12 * choice.years), had: null };
}

export function laneOf(course: Rest, kind: Choice["kind"]): Item {
  const had = only(course, "from", "until", "once");
  const written = without(course, ...Object.keys(had));
  const known = CHOICES.find((one) => one.kind === kind && alike(one.written, written));
  const name = known?.name ?? String(written.drug ?? written.activity);
  return { id: fresh(), ...months(had), had, choice: { name, kind, written, years: known?.years ?? 5 } };
}

export function courseOf({ choice, from, until, had }: Item): Rest {
  const begun = { from: `month ${from}` };
  const ended = until < HORIZON ? { until: `month ${until}` } : {};
  if (!had) return { ...choice.written, ...begun, ...ended };
  const was = months(had);
  if ("once" in had && until - from <= 1) return { ...choice.written, once: from === was.from ? had.once : begun.from };
  if ("once" in had) return { ...choice.written, every: "12 months", ...begun, ...ended };
  return { ...choice.written, ...(from === was.from ? only(had, "from") : begun), ...(until === was.until ? only(had, "until") : ended) };
}

/** Return whether a bar lies on the timeline; what does not is told in words. */
export const onTimeline = (one: Item): boolean => one.from >= 0 && one.from < one.until;

/** Return the whole months that a bar shows of the times of a course; it is a month long at least. */
function months(times: Rest): { from: number; until: number } {
  const month = (written: unknown): number => Math.round(numberIn(written, "months") ?? 0);
  const from = month("once" in times ? times.once : times.from);
  const end = "once" in times ? from : "until" in times ? month(times.until) : HORIZON;
  return { from, until: Math.min(HORIZON, Math.max(from + 1, end)) };
}

/** Return whether two courses say the same, word by word: one that says more is another. */
const alike = (one: Rest, other: Rest): boolean =>
  Object.keys({ ...one, ...other }).every((name) => String(one[name]) === String(other[name]));
