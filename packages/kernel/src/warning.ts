import type { CalendarDate } from './calendar-date.ts';
import type { Message } from './message.ts';

/** A number that a warning rests on, beside what the rule asks for, where it asks for a number. */
export interface WarningFigure {
  /** A word, or the id of what is counted. */
  readonly name: string;
  readonly value: number;
  readonly expected?: number;
}

/** A rule that advises and never blocks, with what it says about a record now. */
export interface Warning extends Message {
  readonly rule: string;
  /** Since when, where the records tell it. */
  readonly since?: CalendarDate | null;
  /** Where the rule's numbers come from, where they are not the plan's own. */
  readonly label?: Message | null;
  readonly figures?: readonly WarningFigure[];
}
