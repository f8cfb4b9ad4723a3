// How what every fact can hold is stored, in one form in all services.

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

/** `Recorded`: who recorded a fact; absent in rows of before, and where nobody in particular did. */
export const RECORDED = { type: { _id: false, by: text, role: text, on: text } } as const;

/** `DocumentReference`, for lists of them. */
export const DOCUMENT = {
  _id: false,
  title: text,
  kind: text,
  number: optionalText,
  day: optionalText,
  sha256: optionalText,
  link: optionalText,
} as const;

/** `DocumentReference | null`. */
export const EVIDENCE = { type: DOCUMENT, default: null } as const;

/** `Struck | null`. */
export const STRUCK = {
  type: { _id: false, on: text, reason: text, evidence: EVIDENCE },
  default: null,
} as const;
