/** From a case document, as the server reads it, to what the page holds; what no field shows is kept. */
import { HISTORY, LABORATORY } from "./asked";
import type { Choice } from "./choices";
import { CHOICES } from "./choices";
import { fresh, HORIZON, SITES, someone, type Item, type Person, type Rest, type Scan, type Strategy } from "./plan";
import { numberIn, rounded } from "./words";

export interface Opened { person: Person; strategies: Strategy[]; scans: Scan[] }

/** The most strategies that the page compares. */
export const MOST = 4;

export function opened(document: Rest): Opened {
  const strategies = Object.entries((document.strategies ?? {}) as Record<string, Rest>);
  return {
    person: personOf(document),
    strategies: strategies.slice(0, MOST).map(([name, content]) => strategyOf(name, content)),
    scans: ((document.measurements ?? []) as Rest[]).map(scanOf),
  };
}

const without = (content: Rest, ...names: string[]): Rest =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !names.includes(name)));
const part = (content: Rest, name: string): Rest => (content[name] ?? {}) as Rest;
const number = (written: unknown, unit: string, digits = 2): number | null => {
  const found = numberIn(written, unit);
  return found === null ? null : rounded(found, digits);
};

function personOf(document: Rest): Person {
  const person = part(document, "person");
  const usual = part(document, "usual");
  const [laboratory, history, diet] = [part(person, "laboratory"), part(person, "history"), part(usual, "diet")];
  const frax = part(person, "frax");
  const measured = "bmd" in person && !("t_score" in person) ? "bmd" : "t_score";
  const found = part(person, measured);
  const sites = Object.fromEntries(SITES.map((site) => [site, number(found[site], "g/cm2", 4)])) as Pick<Person, (typeof SITES)[number]>;
  const fields = Object.keys(LABORATORY).filter((name) => name in laboratory);
  const stated = Object.keys(HISTORY).filter((name) => typeof history[name] === "boolean");
  const lost = measured === "t_score" && "bmd" in person ? { bmd: person.bmd } : {};
  const others = without(laboratory, ...fields);
  return {
    ...someone(), ...sites, measured,
    age: number(person.age, "years") ?? 60,
    sex: person.sex === "male" ? "male" : "female",
    height: number(person.height, "cm"), weight: number(person.weight, "kg"),
    menopause: number(person.menopause_age, "years"),
    scanner: person.scanner === "lunar" ? "lunar" : "hologic",
    calcium: number(diet.calcium, "mg/day"), vitaminD: number(diet.vitamin_d, "IU/day"),
    fracture: history.previous_fracture === true,
    laboratory: Object.fromEntries(fields.map((name) => [name, number(laboratory[name], LABORATORY[name]!.unit, 4)])),
    history: Object.fromEntries(stated.map((name) => [name, history[name] as boolean])),
    smoking: typeof history.smoking === "string" ? history.smoking : null,
    frax: { major_osteoporotic: number(frax.major_osteoporotic, "%"), hip: number(frax.hip, "%") },
    rest: {
      case: without(document, "person", "usual", "strategies", "measurements", "horizon", "plan"),
      person: {
        ...without(person, "age", "sex", "height", "weight", "menopause_age", "scanner", "t_score", "bmd", "laboratory", "history", "frax"),
        ...lost, ...(Object.keys(others).length ? { laboratory: others } : {}),
      },
      usual: { ...without(usual, "diet"), diet: without(diet, "calcium", "vitamin_d") },
      history: without(history, "previous_fracture", "smoking", ...stated),
    },
  };
}

function scanOf(visit: Rest): Scan {
  const sites = Object.fromEntries(SITES.map((site) => [site, number(visit[`bmd_${site}`], "g/cm2", 4)])) as Pick<Scan, (typeof SITES)[number]>;
  return { id: fresh(), month: number(visit.month, "months"), ...sites, rest: without(visit, "month", ...SITES.map((site) => `bmd_${site}`)) };
}

/** Return a strategy with a lane for every course and activity that begins within the timeline. */
export function strategyOf(name: string, content: Rest): Strategy {
  const [drugs, lost] = lanes((content.drugs ?? []) as Rest[], "drug");
  const [exercise, idle] = lanes((content.exercise ?? []) as Rest[], "exercise");
  const diet = part(content, "diet");
  const others = without(diet, "calcium", "vitamin_d");
  return {
    id: fresh(), name, items: [...drugs, ...exercise],
    calcium: number(diet.calcium, "mg/day", 0), vitaminD: number(diet.vitamin_d, "IU/day", 0),
    rest: {
      ...without(content, "drugs", "exercise", "diet"),
      ...(lost.length ? { drugs: lost } : {}), ...(idle.length ? { exercise: idle } : {}),
      ...(Object.keys(others).length ? { diet: others } : {}),
    },
  };
}

function lanes(written: Rest[], kind: Choice["kind"]): [Item[], Rest[]] {
  const items = written.map((one) => [one, lane(one, kind)] as const);
  return [items.flatMap(([, found]) => found ?? []), items.filter(([, found]) => found === null).map(([one]) => one)];
}

function lane(written: Rest, kind: Choice["kind"]): Item | null {
  const single = "once" in written;
  const from = Math.round(numberIn(single ? written.once : (written.from ?? 0), "months") ?? 0);
  const end = single ? from + 1 : "until" in written ? numberIn(written.until, "months") : HORIZON;
  const until = Math.min(HORIZON, Math.round(end ?? HORIZON));
  if (from < 0 || from >= HORIZON || until <= from) return null;
  const said = without(written, "from", "until", "once");
  const texts = { ...(single ? { every: "12 months" } : {}), ...Object.fromEntries(Object.entries(said).map(([key, value]) => [key, String(value)])) };
  const label = String(kind === "drug" ? written.drug : written.activity);
  const known = CHOICES.find((one) => one.kind === kind && Object.entries(texts).every(([key, value]) => one.written[key] === value));
  return { id: fresh(), from, until, choice: known ?? { name: label, kind, written: texts, years: 5 } };
}
