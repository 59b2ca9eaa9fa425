/** The training of a strategy: its lanes on the timeline, which the gym adds to and changes. */
import type { components } from "../generated/api";
import type { Rest } from "../lib/content";
import { shown } from "../lib/field";
import { fresh, HORIZON, type Item } from "../lib/lane";
import type { Strategy } from "../lib/plan";

type Schemas = components["schemas"];
export type Activity = Schemas["ActivityHeld"];
export type Gym = Schemas["Gym"];

export const SITES = { lumbar_spine: "spine", total_hip: "hip" } as const;
const USUAL = { sessions: 3, minutes: 30, intensity: 80 };
const UNITS = { sessions: "per week", minutes: "", intensity: "%" };

/** Return the places of the lanes that hold training. */
export const trainingOf = (strategy: Strategy): number[] =>
  strategy.items.map((_, place) => place).filter((place) => strategy.items[place]!.choice.kind === "exercise");

export const told = (item: Item, what: "sessions" | "minutes" | "intensity"): number =>
  shown(item.choice.written[what], UNITS[what]) ?? USUAL[what];

export function train(strategy: Strategy, activity: Activity): void {
  const written: Rest = { activity: activity.name, sessions: `${USUAL.sessions} per week`, minutes: USUAL.minutes };
  if (activity.category === "resistance") written.intensity = `${USUAL.intensity} %`;
  strategy.items.push({ id: fresh(), from: 0, until: HORIZON, had: null, choice: { name: activity.name, kind: "exercise", years: 10, written } });
}

/** Change a lane; its choice may be shared with others, so it gets one of its own. */
export function change(item: Item, what: "sessions" | "minutes" | "intensity", value: number): void {
  if (!Number.isFinite(value)) return;
  const said = { sessions: `${value} per week`, minutes: value, intensity: `${value} %` }[what];
  item.choice = { ...item.choice, written: { ...item.choice.written, [what]: said } };
}

/** Return a load relative to an ordinary day in words. */
export function load(value: number): string {
  if (value < 0.995) return `${(100 * (1 - value)).toFixed(0)} % less`;
  return value < 1.005 ? "no more" : value < 2 ? `+${(100 * (value - 1)).toFixed(value < 1.095 ? 1 : 0)} %` : `×${value.toFixed(1)}`;
}
