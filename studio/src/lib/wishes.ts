/** What a plan must respect, as a case file has it under `plan`. */
import { filled, part, some, without, type Rest } from "./content";
import { shown, worded } from "./field";

/** `had` is the plan in the words of the case; `rest` is what no field shows of it. */
export interface Wishes { years: number | null; exclude: string[]; sessions: number | null; most: number | null; had: Rest; rest: Rest }

/** Kinds of treatment that can be left out. */
export const KINDS = ["tablets", "injections", "self-injections", "infusions", "supplements", "foods", "training"];

/** How far a plan looks where nothing is said, years. */
const USUAL = 5;

export const noWishes = (): Wishes => wishesOf({});

export function wishesOf(document: Rest): Wishes {
  const had = part(document, "plan");
  return {
    years: shown(had.horizon, "years") ?? USUAL,
    exclude: (had.exclude ?? []) as string[],
    sessions: shown(had.sessions, "per week"),
    most: typeof had.most_interventions === "number" ? had.most_interventions : null,
    had,
    rest: without(had, "horizon", "exclude", "sessions", "most_interventions"),
  };
}

/** Return the wishes as a case file has them; nothing where nothing is wished. */
export function wished({ years, exclude, sessions, most, had, rest }: Wishes): Rest {
  const usual = years === USUAL && !("horizon" in had);
  return some("plan", {
    ...rest,
    ...(exclude.length ? { exclude } : {}),
    ...filled({ sessions: worded(sessions, "per week", had.sessions), most_interventions: most, horizon: usual ? null : worded(years, "years", had.horizon) }),
  });
}
