/** Questions to the API of this machine; only the latest of a kind is ever waiting. */
import type { components } from "../generated/api";
import { inForm } from "./words";

type Schemas = components["schemas"];
export type Simulated = Schemas["Simulated"];
export type Course = Schemas["Course"];
export type Caution = Schemas["Caution"];
export type Explained = Schemas["Explained"];
export type CaseContent = Schemas["CaseContent"];
export type KeptCase = Schemas["KeptCase"];
export type FoundCase = Schemas["FoundCase"];
export type Deleted = Schemas["Deleted"];
export type JobState = Schemas["JobState"];
export type Planned = Schemas["Planned"];
export type Proposed = Schemas["Proposed"];
export type Tried = Schemas["Tried"];
export type TrialContent = Schemas["TrialContent"];
export type TestedModel = Schemas["TestedModel"];

/** The token stands in the part of the address that no browser sends anywhere. */
export const token = location.hash.slice(1);

const SILENT = "osteon no longer answers. Save the case, start osteon again with: osteon serve, and open the case at the address that it prints.";

/** Return a good answer; what went wrong is thrown in words that say what to do. */
export async function answered(path: string, method: string, question?: unknown): Promise<Response> {
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  if (question !== undefined) headers["content-type"] = "application/json";
  let answer: Response;
  try {
    const body = question === undefined ? null : JSON.stringify(question);
    answer = await fetch(`/api/${path}`, { method, headers, body });
  } catch {
    throw new Error(SILENT);
  }
  if (answer.ok) return answer;
  const content = (await answer.json().catch(() => undefined)) as { detail?: string } | undefined;
  throw new Error(content?.detail ?? SILENT);
}
const told = async <Answer>(path: string, method: string, question?: unknown): Promise<Answer> =>
  (await answered(path, method, question)).json() as Promise<Answer>;

export const ask = <Answer>(path: string, question: unknown): Promise<Answer> => told(path, "POST", question);
export const look = <Answer>(path: string): Promise<Answer> => told(path, "GET");
export const remove = <Answer>(path: string): Promise<Answer> => told(path, "DELETE");

type Question = Record<string, unknown>;

/** How a question is asked roughly: each time, and besides where that takes long. */
interface Rough { sketch: Question; fewer: Question; times: number }

/** Milliseconds that a sketch may take; where two in a row took longer, less is asked for. */
const PATIENCE = 150;
/** Milliseconds without another question after which the last one is asked in full. */
const REST = 200;

/**
 * Return a function that asks at once, and while an answer is awaited keeps only the latest question.
 * What can be asked roughly is: so while a control is moved, and in full once it rests.
 */
export function latest<Answer>(
  path: string, told: (answer: Answer, full: boolean) => void, failed: (words: string) => void, rough?: Rough,
) {
  let busy = false;
  let late = 0;
  let next: Question | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;

  async function sketched(question: Question, { sketch, fewer, times }: Rough): Promise<void> {
    const few = late > 1;
    const began = performance.now();
    told(await ask<Answer>(path, { ...question, ...sketch, ...(few ? fewer : {}) }), false);
    late = (performance.now() - began) * (few ? times : 1) > PATIENCE ? late + 1 : 0;
    rest = setTimeout(() => void work(question, true), REST);
  }
  async function settled(question: Question): Promise<void> {
    const answer = await ask<Answer>(path, question);
    if (next === undefined) told(answer, true);
  }
  async function work(question: Question, full: boolean): Promise<void> {
    busy = true;
    clearTimeout(rest);
    try {
      await (rough && !full ? sketched(question, rough) : settled(question));
    } catch (fault) {
      if (next === undefined) failed(inForm((fault as Error).message));
    }
    busy = false;
    if (next !== undefined) put(next);
  }
  function put(question: Question): void {
    clearTimeout(rest);
    next = busy ? question : undefined;
    if (!busy) void work(question, false);
  }
  return put;
}
