/** A trial of the strategies of the timeline, as a trial file has it. */
import { filled, type Rest } from "../lib/content";
import { SITES, type Person } from "../lib/plan";
import { otherWay } from "../units/units.svelte";

export interface Design { left: string[]; people: number | null; every: number | null; months: number | null; versus: string }

export const design = (): Design => ({ left: [], people: 150, every: 6, months: 36, versus: "" });

const mean = (name: string, value: number | null, unit: string): Rest => (value === null ? {} : { [name]: { mean: `${value} ${unit}` } });

/** The age from which a woman is taken as past menopause, and her age at it, where she states none: as a forecast takes it. */
const PAST = 60;
const USUAL = 51;

function since({ age, menopause }: Person): Rest {
  if (menopause === null && (age ?? 0) < PAST) return { premenopausal: true };
  return mean("years_since_menopause", age === null ? null : age - (menopause ?? USUAL), "years");
}

/** Return who takes part: people around the person of the case, as widely spread as people are. */
function population(person: Person): Rest {
  const scores = SITES.map((site) => {
    const value = person[site];
    return [site, value === null || person.measured === "t_score" ? value : otherWay(value, "bmd", site, person.scanner)] as const;
  }).filter(([, value]) => value !== null);
  return {
    sex: person.sex,
    ...mean("age", person.age, "years"),
    ...(person.sex === "male" ? {} : since(person)),
    ...mean("weight", person.weight, "kg"),
    ...mean("height", person.height, "cm"),
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
    ...filled({ visits: asked.every === null ? null : `every ${asked.every} months`, horizon: asked.months === null ? null : `${asked.months} months` }),
    arms: Object.fromEntries(strategies.map(([name, content]) => [name, { ...content, ...filled({ participants: asked.people }) }])),
  };
}

export const armsOf = (trial: Rest): string[] => Object.keys((trial.arms ?? {}) as Rest);
