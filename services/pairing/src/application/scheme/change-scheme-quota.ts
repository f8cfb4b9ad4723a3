import { type CalendarDate, chinaDay, type Command, decision } from '@qianshou/kernel';
import { changeQuota, type CooperationScheme } from '../../domain/scheme/cooperation-scheme.ts';
import { refuseUndecided } from '../../domain/scheme/decided-on.ts';
import type { Ports } from '../ports.ts';
import { onScheme, type SchemeTarget } from './scheme-decision.ts';

export interface ChangeSchemeQuotaInput extends SchemeTarget {
  readonly quota: number;
  readonly documentNo: string;
  /** Of the document; null: not said. */
  readonly decidedOn: CalendarDate | null;
}

type Deps = Pick<Ports, 'clock' | 'schemes' | 'unitOfWork'>;

export const changeSchemeQuota = (ports: Deps): Command<ChangeSchemeQuotaInput, CooperationScheme> =>
  decision(ports.unitOfWork, {
    ...onScheme(ports),
    once: 'changeSchemeQuota',
    decide: (scheme, input) => {
      refuseUndecided(input.decidedOn, chinaDay(ports.clock.now()));
      return changeQuota(scheme, input.quota, input);
    },
    save: ports.schemes.save,
  });
