/** What rules of safety and guidelines ask of a person, as the form asks it. */

/** Laboratory values with a field, and their units. */
export const LABORATORY: Record<string, { words: string; unit: string; step: number }> = {
  egfr: { words: "eGFR (kidneys)", unit: "mL/min", step: 1 },
  calcidiol: { words: "25-OH vitamin D", unit: "nmol/L", step: 1 },
  calcium: { words: "Serum calcium", unit: "mmol/L", step: 0.01 },
  ctx: { words: "CTX", unit: "ng/mL", step: 0.01 },
  pinp: { words: "P1NP", unit: "ng/mL", step: 1 },
  pth: { words: "PTH", unit: "pg/mL", step: 1 },
  estradiol: { words: "Estradiol", unit: "pmol/L", step: 0.1 },
};

/** Questions of the history that rules of safety and guidelines ask, grouped as a clinician asks them. */
export const HISTORY: Record<string, string> = {
  breast_cancer: "breast cancer", bone_radiotherapy: "radiation that reached bone", skeletal_disease: "cancer or Paget's disease in bone",
  vertebral_fracture: "vertebral fracture", parent_hip_fracture: "hip fracture of a parent", glucocorticoids: "glucocorticoids", kidney_stones: "kidney stones",
  myocardial_infarction: "heart attack", stroke: "stroke", venous_thrombosis: "clot in a vein", warfarin: "takes warfarin",
  esophageal_disorder: "trouble of the esophagus", cannot_stay_upright: "cannot stay upright after a tablet",
  thigh_or_groin_pain: "new pain in thigh or groin", invasive_dental_work: "dental surgery planned",
};
