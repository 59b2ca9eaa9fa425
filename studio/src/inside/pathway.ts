/** The map of what happens inside, as the API tells it, and how far things have moved on it. */
import type { components } from "../generated/api";

type Schemas = components["schemas"];
export type Pathway = Schemas["Pathway"];
export type Node = Schemas["PathwayNode"];
export type Influence = Schemas["PathwayInfluence"];
export type Told = Schemas["QuantityTold"];
export type Mechanism = Schemas["ToldMechanism"];

/** What a level is held against. */
export const BASES = { reference: "the reference state", start: "month 0", usual: "only what is usual" } as const;
export type Base = keyof typeof BASES;

/** What is seen: a course of the map in a month, against something. */
export interface Look { pathway: Pathway; course: number; month: number; base: Base }

export interface Moved { node: Node; level: number; by: number; ratio: boolean }

const LEAST = 1e-4;

export const nodesOf = (pathway: Pathway): Node[] => pathway.bands.flatMap((band) => band.nodes);

export function place(pathway: Pathway, month: number): number {
  const last = pathway.months.length - 1;
  return Math.min(last, Math.max(0, Math.round((month / (pathway.months[last] || 1)) * last)));
}

/** Return the number of the strategy's course; the first is doing only what is usual. */
export const courseOf = (pathway: Pathway, strategy: string): number =>
  Math.max(0, pathway.courses.findIndex((one) => one.strategy === strategy));

/** Return how far a quantity has moved: the logarithm of a ratio, or a share of its own widest swing. */
export function moved(look: Look, node: Node): Moved {
  const { pathway, course } = look;
  const at = place(pathway, look.month);
  const levels = pathway.courses[course]!.levels[node.name]!;
  const level = levels[at]!;
  const base =
    look.base === "reference" ? node.reference : look.base === "start" ? levels[0]! : pathway.courses[0]!.levels[node.name]![at]!;
  if (node.reference > 0) {
    const log = (value: number) => Math.log(Math.max(value / node.reference, LEAST));
    return { node, level, by: log(level) - log(base), ratio: true };
  }
  return { node, level, by: (level - base) / swing(pathway, node), ratio: false };
}

/** Return the widest departure from a reference of zero, over all months and courses. */
function swing(pathway: Pathway, node: Node): number {
  const all = pathway.courses.flatMap((one) => one.levels[node.name]!);
  return Math.max(1e-12, ...all.map((value) => Math.abs(value - node.reference)));
}

/** Return how hard an influence pushes, on the scale of `moved`. */
export function push(look: Look, number: number): number {
  const { pathway } = look;
  const at = place(pathway, look.month);
  const pushes = pathway.courses[look.course]!.pushes[number]!;
  const base = look.base === "reference" ? 0 : look.base === "start" ? pushes[0]! : pathway.courses[0]!.pushes[number]![at]!;
  const effect = nodesOf(pathway).find((one) => one.name === pathway.influences[number]!.effect)!;
  return (pushes[at]! - base) / (effect.reference > 0 ? 1 : swing(pathway, effect));
}

/** Return the influences on a quantity, the hardest pushing first. */
export function onto(look: Look, name: string): { influence: Influence; push: number }[] {
  return look.pathway.influences
    .map((influence, number) => ({ influence, number }))
    .filter((one) => one.influence.effect === name)
    .map((one) => ({ influence: one.influence, push: push(look, one.number) }))
    .sort((one, other) => Math.abs(other.push) - Math.abs(one.push));
}
