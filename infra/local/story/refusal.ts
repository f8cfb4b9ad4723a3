export interface Refused {
  readonly persona: string | null;
  /** What clients decide by. */
  readonly code: string;
  readonly kind?: string | undefined;
  /** The message for people alone. */
  readonly reason: string;
}

/** What the graph said no to, with the code that clients decide by. */
export class Refusal extends Error {
  readonly code: string;
  readonly kind: string | undefined;
  readonly reason: string;

  constructor({ persona, code, kind, reason }: Refused) {
    super(`${persona ?? 'the public'} was refused: ${code} — ${reason}`);
    this.name = 'Refusal';
    this.code = code;
    this.kind = kind;
    this.reason = reason;
  }
}
