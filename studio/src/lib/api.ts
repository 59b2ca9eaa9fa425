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

/** Milliseconds that a full answer may take before questions are asked roughly first. */
const PATIENCE = 150;

/**
 * Return a function that asks at once, and while an answer is awaited keeps only the latest question.
 * With a sketch a question is asked roughly first where the last full answer took long, and in full
 * once no other is waiting.
 */
export function latest<Answer>(
  path: string, told: (answer: Answer) => void, failed: (words: string) => void, sketch?: Record<string, unknown>,
) {
  let busy = false;
  let slow = true;
  let next: Record<string, unknown> | undefined;
  return async function put(question: Record<string, unknown>): Promise<void> {
    next = question;
    if (busy) return;
    busy = true;
    while (next !== undefined) {
      const now: Record<string, unknown> = next;
      next = undefined;
      try {
        if (sketch && slow) {
          told(await ask<Answer>(path, { ...now, ...sketch }));
          if (next !== undefined) continue;
        }
        const began = performance.now();
        const answer = await ask<Answer>(path, now);
        slow = performance.now() - began > PATIENCE;
        if (next === undefined) told(answer);
      } catch (fault) {
        if (next === undefined) failed(inForm((fault as Error).message));
      }
    }
    busy = false;
  };
}
