/** Which way densities are drawn: until the answer to another choice is there, the one before. */
import type { Simulated } from "./api";

export type Density = "t_score" | "bmd";

export function drawnOf(forecast: Simulated | undefined, wished: Density): Density {
  const there = forecast?.courses[0]?.series[`${wished}_lumbar_spine`] !== undefined;
  return there || !forecast ? wished : wished === "bmd" ? "t_score" : "bmd";
}
