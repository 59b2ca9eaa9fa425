/** What the page holds, and the case document it stands for. */
import { LABORATORY } from "./asked";
import { filled, part, some, type Rest } from "./content";
import { chosen, worded } from "./field";
import { courseOf, fresh, HORIZON, item, type Item } from "./lane";

/** The most strategies that the page compares. */
export const MOST = 4;
export const SITES = ["lumbar_spine", "total_hip", "femoral_neck"] as const;
export type Site = (typeof SITES)[number];

/** `had` is what the fields show, in the words of the case; `rest` is what no field shows. */
export interface Strategy { id: number; name: string; items: Item[]; calcium: number | null; vitaminD: number | null; had: Rest; rest: Rest }
export interface Scan { id: number; month: number | null; lumbar_spine: number | null; total_hip: number | null; femoral_neck: number | null; had: Rest; rest: Rest }
export interface Person {
  age: number | null; sex: "female" | "male"; height: number | null; weight: number | null; menopause: number | null;
  measured: "t_score" | "bmd"; lumbar_spine: number | null; total_hip: number | null; femoral_neck: number | null;
  scanner: "hologic" | "lunar"; calcium: number | null; vitaminD: number | null;
  /** Whether there was an earlier fracture; null where it is not known. */
  fracture: boolean | null;
  /** In the units of `LABORATORY`. */
  laboratory: Record<string, number | null>;
  /** What is stated of `HISTORY`; what is not in it is not known. */
  history: Record<string, boolean>;
  smoking: string | null;
  /** Falls in the last year. */
  falls: number | null;
  /** Percent in ten years, as the FRAX tool said. */
  frax: { major_osteoporotic: number | null; hip: number | null };
  had: { person: Rest; diet: Rest };
  rest: { case: Rest; person: Rest; usual: Rest; history: Rest };
}

export const someone = (): Person => ({
  age: 62, sex: "female", height: 164, weight: 68, menopause: 50, measured: "t_score", lumbar_spine: -1.2,
  total_hip: -0.9, femoral_neck: -1.4, scanner: "hologic", calcium: 750, vitaminD: 200, fracture: false,
  laboratory: {}, history: {}, smoking: null, falls: null, frax: { major_osteoporotic: null, hip: null },
  had: { person: { sex: "female", scanner: "hologic" }, diet: {} },
  rest: { case: { horizon: `${HORIZON / 12} years` }, person: {}, usual: {}, history: {} },
});
/** A form that nobody has filled in yet. */
export const nobody = (): Person => ({
  ...someone(), age: null, height: null, weight: null, menopause: null, lumbar_spine: null, total_hip: null, femoral_neck: null,
  calcium: null, vitaminD: null, fracture: null,
});
export const scan = (): Scan => ({ id: fresh(), month: null, lumbar_spine: null, total_hip: null, femoral_neck: null, had: {}, rest: {} });

export const strategy = (name: string, items: Item[], calcium: number | null = null, vitaminD: number | null = null): Strategy => ({
  id: fresh(), name, items, calcium, vitaminD, had: {}, rest: {},
});
export const beginning = (): Strategy[] => [
  strategy("anastrozole alone", [item("anastrozole")]),
  strategy("with risedronate", [item("anastrozole"), item("risedronate")], 1200, 1000),
  strategy("with zoledronic acid and training", [item("anastrozole"), item("zoledronic acid"), item("resistance training", 1)], 1200, 1000),
];

/** Return a case as a case file has it; a field left empty is left out. */
export function caseOf(person: Person, strategies: Strategy[], scans: Scan[]): Rest {
  const { rest, had: { person: had, diet } } = person;
  const found = part(had, person.measured);
  const laboratory = part(had, "laboratory");
  const frax = part(had, "frax");
  const visits = scans.filter((one) => one.month !== null).map(visit).filter((one) => Object.keys(one).length > 1);
  return {
    ...rest.case,
    person: {
      ...rest.person,
      ...filled({
        sex: chosen(person.sex, "female", had.sex),
        age: worded(person.age, "years", had.age),
        height: worded(person.height, "cm", had.height),
        weight: worded(person.weight, "kg", had.weight),
        menopause_age: person.sex === "female" ? worded(person.menopause, "years", had.menopause_age) : null,
        scanner: chosen(person.scanner, "hologic", had.scanner),
      }),
      ...some(person.measured, {
        ...part(rest.person, person.measured),
        ...filled(Object.fromEntries(SITES.map((site) => [site, worded(person[site], person.measured === "bmd" ? "g/cm2" : "", found[site])]))),
      }),
      ...some("laboratory", {
        ...part(rest.person, "laboratory"),
        ...filled(Object.fromEntries(Object.entries(person.laboratory).map(([name, value]) => [name, worded(value, LABORATORY[name]!.unit, laboratory[name])]))),
      }),
      ...some("frax", filled(Object.fromEntries(Object.entries(person.frax).map(([name, value]) => [name, worded(value, "%", frax[name])])))),
      ...some("history", {
        ...rest.history, ...person.history,
        ...filled({ smoking: person.smoking, falls_last_year: person.falls, previous_fracture: person.history.vertebral_fracture === true || person.fracture }),
      }),
    },
    ...some("usual", { ...rest.usual, ...eaten(person, diet, rest.usual) }),
    strategies: Object.fromEntries(strategies.map((one) => [one.name, written(one)])),
    ...some("measurements", visits),
  };
}

function visit(one: Scan): Rest {
  const seen = SITES.map((site) => [`bmd_${site}`, worded(one[site], "g/cm2", one.had[`bmd_${site}`])]);
  return filled({ month: worded(one.month, "", one.had.month), ...one.rest, ...Object.fromEntries(seen) });
}

/** Return the diet of a person or a strategy, beside whatever else it holds. */
const eaten = (one: { calcium: number | null; vitaminD: number | null }, had: Rest, rest: Rest): Rest =>
  some("diet", {
    ...part(rest, "diet"),
    ...filled({ calcium: worded(one.calcium, "mg/day", had.calcium), vitamin_d: worded(one.vitaminD, "IU/day", had.vitamin_d) }),
  });

function written(one: Strategy): Rest {
  const courses = (kind: Item["choice"]["kind"]) => one.items.filter((lane) => lane.choice.kind === kind).map(courseOf);
  return { ...one.rest, ...some("drugs", courses("drug")), ...some("exercise", courses("exercise")), ...eaten(one, one.had, one.rest) };
}
