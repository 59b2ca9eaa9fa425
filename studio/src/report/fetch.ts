/** The report for the visit, made by the API of this machine and handed over as two files. */
import { token } from "../lib/api";

export const KINDS = ["pdf", "html"] as const;
export type Kind = (typeof KINDS)[number];

/** Return a report as a file. */
export async function made(kind: Kind, document: Record<string, unknown>): Promise<Blob> {
  let answer: Response;
  try {
    answer = await fetch(`/api/report.${kind}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ case: document }),
    });
  } catch {
    throw new Error("osteon no longer answers. Start it again with: osteon serve");
  }
  if (!answer.ok) throw new Error((await answer.json()).detail);
  return answer.blob();
}
