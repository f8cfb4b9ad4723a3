const text = { type: String, required: true } as const;

/** Of which sources an amount is; null in rows of before that was kept. */
export const partsField = {
  type: [
    {
      _id: false,
      kind: text,
      originYear: { type: Number, default: null },
      amountFen: { type: BigInt, required: true },
    },
  ],
  default: null,
} as const;

/** In which year's ledger bound money lies, when it is another than its budget's. */
export const carriedOverField = {
  type: { _id: false, year: { type: Number, required: true }, sources: partsField },
  default: null,
} as const;
