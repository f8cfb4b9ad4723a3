import {
  type CalendarDate,
  type Change,
  chinaDay,
  type Command,
  decision,
  type Grounds,
  mayPutRight,
} from '@qianshou/kernel';
import type { CooperationScheme, SchemeEvent } from '../../domain/scheme/cooperation-scheme.ts';
import { schemeToPutRight } from '../../domain/scheme/policy.ts';
import {
  correctScheme,
  type HeldBy,
  type RightScheme,
  strikeScheme,
} from '../../domain/scheme/scheme-correction.ts';
import { refuseUndecided } from '../../domain/scheme/decided-on.ts';
import type { Ports } from '../ports.ts';
import { onScheme, type SchemeTarget } from './scheme-decision.ts';

export interface StrikeSchemeInput extends SchemeTarget, Grounds {}

export interface CorrectSchemeInput extends StrikeSchemeInput {
  readonly right: RightScheme;
}

type Deps = Pick<Ports, 'clock' | 'schemes' | 'pairings' | 'applications' | 'unitOfWork'>;

interface Facts {
  readonly today: CalendarDate;
  readonly heldBy: HeldBy;
}

function puttingRight<Input extends StrikeSchemeInput>(
  once: string,
  ports: Deps,
  decide: (scheme: CooperationScheme, input: Input, facts: Facts) => Change<CooperationScheme, SchemeEvent>,
): Command<Input, CooperationScheme> {
  const today = () => chinaDay(ports.clock.now());
  return decision(ports.unitOfWork, {
    ...onScheme(ports),
    once,
    may: (actor, scheme: CooperationScheme) => mayPutRight(actor, schemeToPutRight(actor, scheme, today())),
    decide: async (scheme: CooperationScheme, input: Input) =>
      decide(scheme, input, { today: today(), heldBy: await heldBy(ports, scheme) }),
    save: ports.schemes.save,
  });
}

export const strikeCooperationScheme = (ports: Deps): Command<StrikeSchemeInput, CooperationScheme> =>
  puttingRight('strikeCooperationScheme', ports, (scheme, { reason, evidence }, facts) =>
    strikeScheme(scheme, { reason, evidence, ...facts }),
  );

export const correctCooperationScheme = (ports: Deps): Command<CorrectSchemeInput, CooperationScheme> =>
  puttingRight('correctCooperationScheme', ports, (scheme, { right, reason, evidence }, facts) => {
    refuseUndecided(right.document?.decidedOn ?? null, facts.today);
    return correctScheme(scheme, right, { reason, evidence, ...facts });
  });

const OPEN_APPLICATIONS = ['DRAFT', 'SUBMITTED', 'PROVINCE_REVIEW'] as const;

/** A pairing that stands under it, or an application that may still become one. */
async function heldBy({ pairings, applications }: Deps, { id }: CooperationScheme): Promise<HeldBy> {
  const pairing = await pairings.findUnder(id);
  if (pairing !== null) return pairing.pairNo;
  const page = await applications.list(
    {
      schemeId: id,
      status: OPEN_APPLICATIONS,
      within: null,
      dispatchingAgencyId: null,
      recipientAgencyId: null,
      scope: null,
    },
    'ASC',
    { first: 1, after: null },
  );
  return page.items[0]?.node.id ?? null;
}
