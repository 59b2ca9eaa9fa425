/** What a strategy holds beside its lanes, in words. */
import type { Person, Rest, Strategy } from "./plan";
import { spoken } from "./words";

interface Food { food: string; amount: string; per?: string }

export function also(strategy: Strategy): string[] {
  const { diet = {}, supplements = {}, drugs = [], exercise = [], procedures = [], rules = [] } = strategy.rest as {
    diet?: Rest; supplements?: Rest; drugs?: Rest[]; exercise?: Rest[]; procedures?: Rest[]; rules?: Rest[];
  };
  const { foods = [], ...nutrients } = diet as { foods?: Food[] } & Rest;
  return [
    ...foods.map((one) => `${one.food.toLowerCase()}, ${one.amount} a ${one.per ?? "day"}`),
    ...Object.entries(nutrients).map(([name, amount]) => `${spoken(name)} ${amount}`),
    ...Object.entries(supplements).map(([name, amount]) => `${spoken(name)} ${amount} as supplement`),
    ...[...drugs, ...exercise].map((one) => `${one.drug ?? one.activity} outside the timeline`),
    ...procedures.map((one) => String(one.procedure)),
    ...(rules.length ? ["rules for rescue"] : []),
  ];
}

/** What an opened case says of the person that no field shows. */
export function alsoOf(person: Person): string[] {
  const told = (content: Rest): string[] =>
    Object.entries(content).flatMap(([name, value]) =>
      Array.isArray(value) ? value.map((one: Rest) => `${spoken(name)}: ${Object.values(one).join(" ")}`)
        : typeof value === "object" && value !== null ? told(value as Rest).map((words) => `${spoken(name)}: ${words}`)
          : [`${spoken(name)} ${value === true ? "yes" : value === false ? "no" : String(value)}`]);
  return [person.rest.person, person.rest.usual, person.rest.history, person.rest.case].flatMap(told);
}

/** Return the strategy with its lanes alone. */
export const lanesOnly = (strategy: Strategy): Strategy => ({ ...strategy, rest: {} });
