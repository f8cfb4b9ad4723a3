import type { CalendarDate, Message, Warning } from '@qianshou/kernel';
import type { Concern } from './applicant.ts';
import type { Enrolment } from './enrolment-state.ts';

interface Days {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

const CONCERNS: Readonly<Record<Concern, Message>> = {
  'TRA-1': {
    en: 'This national training is meant for the staff of recipient agencies and counties.',
    zh: '该全国性培训面向受援地人员。',
  },
  'TRA-5': {
    en: 'It is not known yet that the worker meets the conditions of the examination.',
    zh: '尚未确认该社工符合报考条件。',
  },
};

/** TRA-7: nobody sits in two rooms at once; it is the worker's affair which of both it will be. */
export function sameDaysWarnings(own: Days | null, others: readonly Days[]): readonly Warning[] {
  if (own === null) return [];
  return others
    .filter(({ startsOn, endsOn }) => startsOn <= own.endsOn && own.startsOn <= endsOn)
    .map(({ startsOn, endsOn }) => ({
      rule: 'TRA-7',
      en: `The worker has a place in another class on these days, from ${startsOn} to ${endsOn}.`,
      zh: `该社工在此期间另有班次:${startsOn}至${endsOn}。`,
    }));
}

/** Rules that advise and never block, as they stood when the place was taken. */
export function enrolmentWarnings({ concerns }: Enrolment): readonly Warning[] {
  return concerns.map((rule) => ({ rule, ...CONCERNS[rule] }));
}
