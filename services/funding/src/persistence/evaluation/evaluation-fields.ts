const number = { type: Number, required: true } as const;

const SIDES = { professional: number, financial: number, purchaser: number, overseer: number };

export const scoresField = { _id: false, ...SIDES };

/** What is measured by: fields of a scheme, frozen in an evaluation. */
export const RULES = {
  weights: { _id: false, ...SIDES },
  grades: { _id: false, excellent: number, good: number, barelyQualified: number },
  rectifyDays: number,
  appealDays: number,
  publishDays: number,
  source: { type: String, default: null },
};

export const rulesField = { _id: false, ...RULES };
