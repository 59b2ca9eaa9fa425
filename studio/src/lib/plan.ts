/** What the page holds, and the case document it stands for. */
import { CHOICES, type Choice } from "./choices";

export const HORIZON = 120;

export interface Item { id: number; choice: Choice; from: number; until: number }
/** What a case may hold and no field shows: it goes into the case as it is. */
export type Rest = Record<string, unknown>;
export interface Strategy { id: number; name: string; items: Item[]; calcium: number; vitaminD: number; rest: Rest }
export interface Scan { month: number | null; lumbar_spine: number | null; total_hip: number | null; femoral_neck: number | null }
export interface Person {
  age: number; sex: "female" | "male"; height: number; weight: number; menopause: number | null;
  lumbar_spine: number | null; total_hip: number | null; femoral_neck: number | null; scanner: "hologic" | "lunar";
  calcium: number; vitaminD: number; fracture: boolean;
}

let last = 0;
export const fresh = (): number => (last += 1);

export function item(name: string, from = 0): Item {
  const choice = CHOICES.find((one) => one.name === name) ?? CHOICES[0]!;
  return { id: fresh(), choice, from, until: Math.min(HORIZON, from + 12 * choice.years) };
}

export const someone = (): Person => ({
  age: 62, sex: "female", height: 164, weight: 68, menopause: 50, lumbar_spine: -1.2, total_hip: -0.9,
  femoral_neck: -1.4, scanner: "hologic", calcium: 750, vitaminD: 200, fracture: false,
});

export const beginning = (): Strategy[] => [
  { id: fresh(), name: "anastrozole alone", items: [item("anastrozole")], calcium: 750, vitaminD: 200, rest: {} },
  { id: fresh(), name: "with risedronate", items: [item("anastrozole"), item("risedronate")], calcium: 1200, vitaminD: 1000, rest: {} },
  { id: fresh(), name: "with zoledronic acid and training", calcium: 1200, vitaminD: 1000, rest: {},
    items: [item("anastrozole"), item("zoledronic acid"), item("resistance training", 1)] },
];

const SITES = ["lumbar_spine", "total_hip", "femoral_neck"] as const;

/** Return a case as a case file has it; a field left empty is left out. */
export function caseOf(person: Person, strategies: Strategy[], scan: Scan): Record<string, unknown> {
  const scores = Object.fromEntries(SITES.filter((site) => person[site] !== null).map((site) => [site, person[site]]));
  const seen = SITES.filter((site) => scan[site] !== null).map((site) => [`bmd_${site}`, `${scan[site]} g/cm2`]);
  const menopause = person.sex === "female" && person.menopause !== null;
  return {
    person: {
      age: `${person.age} years`, sex: person.sex, height: `${person.height} cm`, weight: `${person.weight} kg`,
      ...(menopause ? { menopause_age: `${person.menopause} years` } : {}),
      ...(Object.keys(scores).length ? { t_score: scores } : {}),
      scanner: person.scanner,
      history: { previous_fracture: person.fracture },
    },
    usual: { diet: { calcium: `${person.calcium} mg/day`, vitamin_d: `${person.vitaminD} IU/day` } },
    strategies: Object.fromEntries(strategies.map((one) => [one.name, written(one)])),
    horizon: "10 years",
    ...(scan.month !== null && seen.length ? { measurements: [{ month: scan.month, ...Object.fromEntries(seen) }] } : {}),
  };
}

function written(strategy: Strategy): Record<string, unknown> {
  const timed = (kind: string) =>
    strategy.items.filter((one) => one.choice.kind === kind).map((one) => ({
      ...one.choice.written,
      ...("minutes" in one.choice.written ? { minutes: Number(one.choice.written.minutes) } : {}),
      from: `month ${one.from}`,
      ...(one.until < HORIZON ? { until: `month ${one.until}` } : {}),
    }));
  return {
    drugs: timed("drug"), exercise: timed("exercise"),
    diet: { ...(strategy.rest.diet as Rest | undefined), calcium: `${strategy.calcium} mg/day`, vitamin_d: `${strategy.vitaminD} IU/day` },
  };
}
