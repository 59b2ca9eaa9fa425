/** From a case document, as the server reads it, to what the page holds; what no field shows is kept. */
import { HISTORY, LABORATORY } from "./asked";
import { part, some, without, type Rest } from "./content";
import { shown } from "./field";
import { fresh, laneOf } from "./lane";
import { SITES, someone, type Person, type Scan, type Strategy } from "./plan";

export interface Opened { person: Person; strategies: Strategy[]; scans: Scan[] }

export function opened(document: Rest): Opened {
  return {
    person: personOf(document),
    strategies: Object.entries(part(document, "strategies")).map(([name, content]) => strategyOf(name, content as Rest)),
    scans: ((document.measurements ?? []) as Rest[]).map(scanOf),
  };
}

function personOf(document: Rest): Person {
  const person = part(document, "person");
  const usual = part(document, "usual");
  const [laboratory, history, diet] = [part(person, "laboratory"), part(person, "history"), part(usual, "diet")];
  const frax = part(person, "frax");
  const measured = "bmd" in person && !("t_score" in person) ? "bmd" : "t_score";
  const fields = Object.keys(LABORATORY).filter((name) => name in laboratory);
  const stated = Object.keys(HISTORY).filter((name) => typeof history[name] === "boolean");
  const fallen = typeof history.falls_last_year === "number" ? ["falls_last_year"] : [];
  const yesOrNo = Object.fromEntries(stated.map((name) => [name, history[name] as boolean]));
  return {
    ...someone(), ...sites(part(person, measured), measured === "bmd" ? "g/cm2" : ""), measured,
    age: shown(person.age, "years") ?? 60,
    sex: person.sex === "male" ? "male" : "female",
    height: shown(person.height, "cm"), weight: shown(person.weight, "kg"),
    menopause: shown(person.menopause_age, "years"),
    scanner: person.scanner === "lunar" ? "lunar" : "hologic",
    calcium: shown(diet.calcium, "mg/day"), vitaminD: shown(diet.vitamin_d, "IU/day"),
    fracture: typeof history.previous_fracture === "boolean" ? history.previous_fracture : null,
    laboratory: Object.fromEntries(fields.map((name) => [name, shown(laboratory[name], LABORATORY[name]!.unit)])),
    history: yesOrNo,
    smoking: typeof history.smoking === "string" ? history.smoking : null,
    falls: typeof history.falls_last_year === "number" ? history.falls_last_year : null,
    frax: { major_osteoporotic: shown(frax.major_osteoporotic, "%"), hip: shown(frax.hip, "%") },
    had: { person, diet },
    rest: {
      case: without(document, "person", "usual", "strategies", "measurements", "plan"),
      person: {
        ...without(person, "age", "sex", "height", "weight", "menopause_age", "scanner", measured, "laboratory", "history", "frax"),
        ...some("laboratory", without(laboratory, ...fields)),
      },
      usual: { ...without(usual, "diet"), ...some("diet", without(diet, "calcium", "vitamin_d")) },
      history: without(history, "previous_fracture", "smoking", ...fallen, ...stated),
    },
  };
}

const sites = (found: Rest, unit: string, prefix = "") =>
  Object.fromEntries(SITES.map((site) => [site, shown(found[prefix + site], unit)])) as Pick<Person, (typeof SITES)[number]>;

const scanOf = (visit: Rest): Scan => ({
  id: fresh(), month: shown(visit.month, ""), ...sites(visit, "g/cm2", "bmd_"), had: visit,
  rest: without(visit, "month", ...SITES.map((site) => `bmd_${site}`)),
});

/** Return a strategy with a bar for every course and activity. */
export function strategyOf(name: string, content: Rest): Strategy {
  const lanes = (kind: "drug" | "exercise", written: unknown) => ((written ?? []) as Rest[]).map((one) => laneOf(one, kind));
  const diet = part(content, "diet");
  return {
    id: fresh(), name, items: [...lanes("drug", content.drugs), ...lanes("exercise", content.exercise)],
    calcium: shown(diet.calcium, "mg/day"), vitaminD: shown(diet.vitamin_d, "IU/day"), had: diet,
    rest: { ...without(content, "drugs", "exercise", "diet"), ...some("diet", without(diet, "calcium", "vitamin_d")) },
  };
}
