/** The report for the visit, made by the API of this machine and handed over as two files. */
import { answered } from "../lib/api";

export const KINDS = ["pdf", "html"] as const;
export type Kind = (typeof KINDS)[number];

/** Return a report as a file. */
export async function made(kind: Kind, document: Record<string, unknown>): Promise<Blob> {
  return (await answered(`report.${kind}`, "POST", { case: document })).blob();
}
