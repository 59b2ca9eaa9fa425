/** What can be laid on the timeline; each drug at a dose that a trial in src/osteon/evidence has given (a test looks). */
import type { Rest } from "./content";

export interface Choice {
  name: string;
  kind: "drug" | "exercise";
  /** What a case says of it, the times aside. */
  written: Rest;
  years: number;
}

const drug = (name: string, dose: string, every: string, years: number): Choice => ({
  name, kind: "drug", years, written: { drug: name, dose, every },
});

export const CHOICES: Choice[] = [
  drug("anastrozole", "1 mg", "1 day", 5),
  drug("letrozole", "2.5 mg", "1 day", 5),
  drug("exemestane", "25 mg", "1 day", 5),
  drug("tamoxifen", "20 mg", "1 day", 5),
  drug("alendronate", "70 mg", "1 week", 3),
  drug("risedronate", "35 mg", "1 week", 3),
  drug("zoledronic acid", "4 mg", "6 months", 3),
  drug("denosumab", "60 mg", "6 months", 3),
  drug("teriparatide", "20 ug", "1 day", 2),
  drug("romosozumab", "210 mg", "1 month", 1),
  {
    name: "resistance training", kind: "exercise", years: 10,
    written: { activity: "progressive resistance training", sessions: "2 per week", minutes: 45, intensity: "80 %" },
  },
  {
    name: "brisk walking", kind: "exercise", years: 10,
    written: { activity: "walking", sessions: "5 per week", minutes: 40 },
  },
];
