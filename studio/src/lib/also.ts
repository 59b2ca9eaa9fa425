/** What a case holds beside the fields and lanes that show the rest of it, in words. */
import type { Rest } from "./content";
import { HORIZON, onTimeline } from "./lane";
import type { Person, Strategy } from "./plan";
import { counted, numberIn, rounded, spoken } from "./words";

interface Food { food: string; amount: string; per?: string }

export function also(strategy: Strategy): string[] {
  const { diet = {}, supplements = {}, procedures = [], rules = [], visits } = strategy.rest as {
    diet?: Rest; supplements?: Rest; procedures?: Rest[]; rules?: Rest[]; visits?: string | string[];
  };
  const { foods = [], ...nutrients } = diet as { foods?: Food[] } & Rest;
  return [
    ...foods.map((one) => `${one.food.toLowerCase()}, ${one.amount} a ${one.per ?? "day"}`),
    ...Object.entries(nutrients).map(([name, amount]) => `${spoken(name)} ${amount}`),
    ...Object.entries(supplements).map(([name, amount]) => `${spoken(name)} ${amount} as supplement`),
    ...strategy.items.filter((one) => !onTimeline(one)).map((one) => `${[one.choice.name, plain(one.had)].join(" ")}, outside the timeline`),
    ...procedures.map((one) => String(one.procedure)),
    ...(rules.length ? ["rules for rescue"] : []),
    ...(visits ? [`visits ${typeof visits === "string" ? `every ${visits}` : `at ${visits.join(", ")}`}`] : []),
  ];
}

/** What an opened case says of the person that no field shows. */
export function alsoOf({ rest }: Person): string[] {
  const { horizon: _, ...others } = rest.case;
  return [...[rest.person, rest.usual, rest.history, others].flatMap(told), ...ahead(rest.case)];
}

/** Return what a part of a case says, name by name. */
export const told = (content: Rest): string[] =>
  Object.entries(content).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((one) => `${spoken(name)}: ${plain(one)}`)
      : typeof value === "object" && value !== null ? told(value as Rest).map((words) => `${spoken(name)}: ${words}`)
        : [`${spoken(name)} ${plain(value)}`]);

const NAMED = ["every", "once", "from", "until"];
const plain = (value: unknown): string =>
  typeof value === "object" && value !== null ? Object.entries(value).map(([name, one]) => (NAMED.includes(name) ? `${name} ${plain(one)}` : plain(one))).join(" ")
    : value === true ? "yes" : value === false ? "no" : String(value);

/** Return how far the case looks, where it is not as far as the timeline. */
export function ahead(content: Rest): string[] {
  const years = rounded(numberIn(content.horizon, "years") ?? HORIZON / 12);
  return 12 * years === HORIZON ? [] : [`the case looks ${counted(years, "year")} ahead, the timeline shows ${HORIZON / 12}`];
}

/** Return the strategy with its lanes alone. */
export const lanesOnly = (strategy: Strategy): Strategy => ({ ...strategy, rest: {}, items: strategy.items.filter(onTimeline) });
