/** The foods of a strategy: they stand in its diet, as a case file has them, and add to what is stated. */
import type { components } from "../generated/api";
import type { Rest } from "../lib/content";
import type { Strategy } from "../lib/plan";

type Schemas = components["schemas"];
export type Foods = Schemas["Foods"];
export type Food = Schemas["FoodHeld"];
export type Kitchen = Schemas["Kitchen"];
export type Nutrient = Schemas["NutrientSum"];

export interface Eaten { food: string; amount: string; per: string }

export const foodsOf = (strategy: Strategy): Eaten[] => ((strategy.rest.diet as { foods?: Eaten[] } | undefined)?.foods ?? []);

export function eat(strategy: Strategy, foods: Eaten[]): void {
  const { foods: _, ...diet } = (strategy.rest.diet ?? {}) as Rest;
  const { diet: __, ...rest } = strategy.rest;
  const kept = foods.length ? { ...diet, foods } : diet;
  strategy.rest = Object.keys(kept).length ? { ...rest, diet: kept } : rest;
}

export const grams = (one: Eaten): number => Number.parseFloat(one.amount) || 0;

/** Return an amount as people write it: whole where it is large, else three digits, and none that is an empty zero. */
export const amount = (value: number): string => (value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3))));
