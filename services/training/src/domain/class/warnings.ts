import type { Message, Warning } from '@qianshou/kernel';
import type { Concern } from './applicant.ts';
import type { Enrolment } from './enrolment-state.ts';

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

/** Rules that advise and never block, as they stood when the place was taken. */
export function enrolmentWarnings({ concerns }: Enrolment): readonly Warning[] {
  return concerns.map((rule) => ({ rule, ...CONCERNS[rule] }));
}
