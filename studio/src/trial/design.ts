/** A trial of the strategies of the timeline, as a trial file has it. */
import type { Person, Rest } from "../lib/plan";
import { SITES } from "../lib/plan";
import { otherWay } from "../units/units.svelte";

export interface Design { left: string[]; people: number; every: number; months: number; versus: string }

export const design = (): Design => ({ left: [], people: 150, every: 6, months: 36, versus: "" });

/** Return who takes part: people around the person of the case, as widely spread as people are. */
function population(person: Person): Rest {
  const scores = SITES.map((site) => {
    const value = person[site];
    return [site, value === null || person.measured === "t_score" ? value : otherWay(value, "bmd", site, person.scanner)] as const;
  }).filter(([, value]) => value !== null);
  return {
    sex: person.sex,
    age: { mean: `${person.age} years` },
    ...(person.sex === "male" ? {} : person.menopause === null ? { premenopausal: true }
      : { years_since_menopause: { mean: `${person.age - person.menopause} years` } }),
    ...(person.weight === null ? {} : { weight: { mean: `${person.weight} kg` } }),
    ...(person.height === null ? {} : { height: { mean: `${person.height} cm` } }),
    ...(scores.length ? { t_score: Object.fromEntries(scores) } : {}),
  };
}

/** Return the trial; its arms are the strategies of a case that are not left out. */
export function trialOf(document: Rest, person: Person, asked: Design): Rest {
  const strategies = Object.entries(document.strategies as Record<string, Rest>).filter(([name]) => !asked.left.includes(name));
  return {
    trial: "Strategies of the timeline",
    population: population(person),
    usual: document.usual,
    visits: `every ${asked.every} months`,
    horizon: `${asked.months} months`,
    arms: Object.fromEntries(strategies.map(([name, content]) => [name, { participants: asked.people, ...content }])),
  };
}

export const armsOf = (trial: Rest): string[] => Object.keys((trial.arms ?? {}) as Rest);
