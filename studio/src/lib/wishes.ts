/** What a plan must respect, as a case file has it under `plan`. */
import type { Rest } from "./plan";
import { numberIn } from "./words";

export interface Wishes { years: number; exclude: string[]; sessions: number | null; most: number | null; rest: Rest }

/** Kinds of treatment that can be left out. */
export const KINDS = ["tablets", "injections", "self-injections", "infusions", "supplements", "foods", "training"];

export const noWishes = (): Wishes => ({ years: 5, exclude: [], sessions: null, most: null, rest: {} });

export function wishesOf(document: Rest): Wishes {
  const { horizon, exclude, sessions, most_interventions, ...rest } = (document.plan ?? {}) as Rest;
  const wanted = (exclude ?? []) as string[];
  const others = wanted.filter((one) => !KINDS.includes(one));
  const weekly = typeof sessions === "string" && sessions.includes("day") ? 7 : 1;
  const found = numberIn(sessions, "");
  return {
    years: numberIn(horizon, "years") ?? 5,
    exclude: wanted.filter((one) => KINDS.includes(one)),
    sessions: found === null ? null : found * weekly,
    most: typeof most_interventions === "number" ? most_interventions : null,
    rest: others.length ? { ...rest, exclude: others } : rest,
  };
}

/** Return the wishes as a case file has them; nothing where nothing is wished. */
export function wished(wishes: Wishes): Rest {
  const exclude = [...((wishes.rest.exclude as string[] | undefined) ?? []), ...wishes.exclude];
  const content: Rest = {
    ...wishes.rest,
    ...(exclude.length ? { exclude } : {}),
    ...(wishes.sessions === null ? {} : { sessions: `${wishes.sessions} per week` }),
    ...(wishes.most === null ? {} : { most_interventions: wishes.most }),
    ...(wishes.years === 5 ? {} : { horizon: `${wishes.years} years` }),
  };
  return Object.keys(content).length ? { plan: content } : {};
}
