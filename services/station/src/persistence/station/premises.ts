const text = { type: String, required: true } as const;
const optionalNumber = { type: Number, default: null } as const;

/** What stations and village rooms have alike. */
export const SITE = { _id: false, source: text, address: text, areaSqm: optionalNumber } as const;
export const ROOM = { _id: false, kind: text, areaSqm: optionalNumber, capacity: optionalNumber } as const;
export const FILED = { _id: false, subject: text, title: text, filedOn: text } as const;
