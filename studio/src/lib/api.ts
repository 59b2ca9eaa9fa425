/** Questions to the API of this machine; only the latest of a kind is ever waiting. */
import type { components } from "../generated/api";

type Schemas = components["schemas"];
export type Simulated = Schemas["Simulated"];
export type Course = Schemas["Course"];
export type Explained = Schemas["Explained"];
export type CaseContent = Schemas["CaseContent"];

/** The token stands in the part of the address that no browser sends anywhere. */
export const token = location.hash.slice(1);

export async function ask<Answer>(path: string, question: unknown): Promise<Answer> {
  let answer: Response;
  try {
    answer = await fetch(`/api/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(question),
    });
  } catch {
    throw new Error("osteon no longer answers. Start it again with: osteon serve");
  }
  const content = await answer.json();
  if (!answer.ok) throw new Error(content.detail);
  return content as Answer;
}

/** Return a function that asks at once, and while an answer is awaited keeps only the latest question. */
export function latest<Answer>(path: string, told: (answer: Answer) => void, failed: (words: string) => void) {
  let busy = false;
  let next: unknown;
  return async function put(question: unknown): Promise<void> {
    next = question;
    if (busy) return;
    busy = true;
    while (next !== undefined) {
      const now = next;
      next = undefined;
      try {
        const answer = await ask<Answer>(path, now);
        if (next === undefined) told(answer);
      } catch (fault) {
        if (next === undefined) failed((fault as Error).message);
      }
    }
    busy = false;
  };
}
