/** Which units the form shows; the page itself keeps every number in the usual unit. */
import type { components } from "../generated/api";
import { look } from "../lib/api";

type Schemas = components["schemas"];
type Units = Schemas["Units"];
export interface Unit { name: string; factor: number }

const known = $state<{ units: Units | undefined; chosen: Record<string, string> }>({ units: undefined, chosen: {} });
look<Units>("units").then((answer) => (known.units = answer), () => undefined);

/** Return the units in which a quantity can be told, the usual one first. */
export function unitsOf(quantity: string, usual: string): Unit[] {
  const others = (known.units?.others ?? []).filter((one) => one.quantity === quantity && one.usual === usual);
  return [{ name: usual, factor: 1 }, ...others.map((one) => ({ name: one.unit, factor: one.factor }))];
}

export const chosen = (quantity: string, usual: string): Unit => {
  const units = unitsOf(quantity, usual);
  return units.find((one) => one.name === known.chosen[quantity]) ?? units[0]!;
};
export const choose = (quantity: string, unit: string): void => void (known.chosen[quantity] = unit);

/** Return a T-score as BMD, or a BMD as T-score, on a scanner; null where that is not known yet. */
export function otherWay(value: number, from: "t_score" | "bmd", site: string, scanner: string): number | null {
  const young = known.units?.young[scanner]?.[site];
  if (!young) return null;
  return from === "t_score" ? Number((young.mean + value * young.sd).toFixed(3)) : Number(((value - young.mean) / young.sd).toFixed(2));
}
