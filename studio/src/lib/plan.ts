/** What the page holds, and the case document it stands for. */
import { LABORATORY } from "./asked";
import { CHOICES, type Choice } from "./choices";

export const HORIZON = 120;
export const SITES = ["lumbar_spine", "total_hip", "femoral_neck"] as const;
export type Site = (typeof SITES)[number];
/** What an opened case holds and no field shows: it goes back into the case as it came. */
export type Rest = Record<string, unknown>;

export interface Item { id: number; choice: Choice; from: number; until: number }
export interface Strategy { id: number; name: string; items: Item[]; calcium: number | null; vitaminD: number | null; rest: Rest }
export interface Scan { id: number; month: number | null; lumbar_spine: number | null; total_hip: number | null; femoral_neck: number | null; rest: Rest }
export interface Person {
  age: number | null; sex: "female" | "male"; height: number | null; weight: number | null; menopause: number | null;
  measured: "t_score" | "bmd"; lumbar_spine: number | null; total_hip: number | null; femoral_neck: number | null;
  scanner: "hologic" | "lunar"; calcium: number | null; vitaminD: number | null; fracture: boolean;
  /** In the units of `LABORATORY`. */
  laboratory: Record<string, number | null>;
  /** What is stated of `HISTORY`; what is not in it is not known. */
  history: Record<string, boolean>;
  smoking: string | null;
  /** Percent in ten years, as the FRAX tool said. */
  frax: { major_osteoporotic: number | null; hip: number | null };
  rest: { case: Rest; person: Rest; usual: Rest; history: Rest };
}

let last = 0;
export const fresh = (): number => (last += 1);

export function item(name: string, from = 0): Item {
  const choice = CHOICES.find((one) => one.name === name) ?? CHOICES[0]!;
  return { id: fresh(), choice, from, until: Math.min(HORIZON, from + 12 * choice.years) };
}

export const someone = (): Person => ({
  age: 62, sex: "female", height: 164, weight: 68, menopause: 50, measured: "t_score", lumbar_spine: -1.2,
  total_hip: -0.9, femoral_neck: -1.4, scanner: "hologic", calcium: 750, vitaminD: 200, fracture: false,
  laboratory: {}, history: {}, smoking: null, frax: { major_osteoporotic: null, hip: null }, rest: { case: {}, person: {}, usual: {}, history: {} },
});
export const scan = (): Scan => ({ id: fresh(), month: null, lumbar_spine: null, total_hip: null, femoral_neck: null, rest: {} });

const strategy = (name: string, items: Item[], calcium: number, vitaminD: number): Strategy => ({
  id: fresh(), name, items, calcium, vitaminD, rest: {},
});
export const beginning = (): Strategy[] => [
  strategy("anastrozole alone", [item("anastrozole")], 750, 200),
  strategy("with risedronate", [item("anastrozole"), item("risedronate")], 1200, 1000),
  strategy("with zoledronic acid and training", [item("anastrozole"), item("zoledronic acid"), item("resistance training", 1)], 1200, 1000),
];

export const filled = (content: Rest): Rest => Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined && value !== null));
const some = (name: string, content: Rest): Rest => (Object.keys(content).length ? { [name]: content } : {});
const eaten = (calcium: number | null, vitaminD: number | null): Rest =>
  filled({ calcium: calcium === null ? null : `${calcium} mg/day`, vitamin_d: vitaminD === null ? null : `${vitaminD} IU/day` });

/** Return a case as a case file has it; a field left empty is left out. */
export function caseOf(person: Person, strategies: Strategy[], scans: Scan[]): Rest {
  const female = person.sex === "female";
  const found = Object.fromEntries(SITES.filter((site) => person[site] !== null)
    .map((site) => [site, person.measured === "bmd" ? `${person[site]} g/cm2` : person[site]]));
  const values = Object.entries(person.laboratory).filter(([, value]) => value !== null);
  const laboratory = Object.fromEntries(values.map(([name, value]) => [name, `${value} ${LABORATORY[name]!.unit}`]));
  const visits = scans.filter((one) => one.month !== null).map(visit).filter((one) => Object.keys(one).length > 1);
  return {
    ...person.rest.case,
    person: {
      ...person.rest.person,
      sex: person.sex,
      ...filled({ age: person.age === null ? null : `${person.age} years`, height: person.height === null ? null : `${person.height} cm`, weight: person.weight === null ? null : `${person.weight} kg` }),
      ...(female && person.menopause !== null ? { menopause_age: `${person.menopause} years` } : {}),
      ...some(person.measured, found),
      scanner: person.scanner,
      ...some("laboratory", { ...(person.rest.person.laboratory as Rest | undefined), ...laboratory }),
      ...some("frax", filled(Object.fromEntries(Object.entries(person.frax).map(([name, value]) => [name, value === null ? null : `${value} %`])))),
      history: {
        ...person.rest.history, ...person.history, ...filled({ smoking: person.smoking }),
        previous_fracture: person.fracture || person.history.vertebral_fracture === true,
      },
    },
    usual: { ...person.rest.usual, diet: { ...(person.rest.usual.diet as Rest | undefined), ...eaten(person.calcium, person.vitaminD) } },
    strategies: Object.fromEntries(strategies.map((one) => [one.name, written(one)])),
    horizon: "10 years",
    ...(visits.length ? { measurements: visits } : {}),
  };
}

function visit(one: Scan): Rest {
  const seen = SITES.filter((site) => one[site] !== null).map((site) => [`bmd_${site}`, `${one[site]} g/cm2`]);
  return { month: one.month, ...one.rest, ...Object.fromEntries(seen) };
}

function written(strategy: Strategy): Rest {
  const timed = (kind: string) =>
    strategy.items.filter((one) => one.choice.kind === kind).map((one) => ({
      ...one.choice.written,
      ...("minutes" in one.choice.written ? { minutes: Number.parseFloat(one.choice.written.minutes!) } : {}),
      from: `month ${one.from}`,
      ...(one.until < HORIZON ? { until: `month ${one.until}` } : {}),
    }));
  const kept = strategy.rest;
  return {
    ...kept,
    drugs: [...((kept.drugs as Rest[] | undefined) ?? []), ...timed("drug")],
    exercise: [...((kept.exercise as Rest[] | undefined) ?? []), ...timed("exercise")],
    diet: { ...(kept.diet as Rest | undefined), ...eaten(strategy.calcium, strategy.vitaminD) },
  };
}
