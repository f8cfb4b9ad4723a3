import { type CalendarDate, correctionTimeIn, type Grounds, mayPutRight } from '@qianshou/kernel';
import { correctPairing as correct, type RightAgreement } from '../../domain/pairing/pairing-correction.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import type { WorkLedger } from '../../domain/work/work-ledger.ts';
import { agreementToPutRight } from '../../domain/work/putting-right.ts';
import { agencyKey } from '../reference/held-keys.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';
import { savePairing } from './save-pairing.ts';

export interface CorrectPairingInput extends PairingDecisionInput, Grounds {
  readonly corrected: RightAgreement;
}

/** Overlaps are judged anew, and what follows from its days follows. */
export const correctPairing = (ports: Ports) =>
  pairingDecision(ports, {
    operation: 'correctPairing',
    may: async (actor, pairing, _input: CorrectPairingInput) =>
      mayPutRight(
        actor,
        agreementToPutRight(actor, pairing, await correctionTimeIn(ports, pairing.countyCode)),
      ),
    decide: async (pairing, { corrected, reason, evidence }, { today }) => {
      const sides = [pairing.dispatchingAgencyId, pairing.recipientAgencyId];
      await ports.unitOfWork.hold(...sides.map((id) => agencyKey(id)).toSorted());
      const others = await ports.pairings.ofAgencies(sides);
      const facts = {
        phases: await ports.phases.listAll(),
        others,
        work: await workDays(ports, pairing),
        today,
      };
      return savePairing(ports, pairing, correct(pairing, corrected, { reason, evidence, ...facts }));
    },
  });

type Days = readonly (CalendarDate | null)[];

/** The first and the last day that stands of its stays, activities, evaluations and targets. */
async function workDays(ports: Ports, { id }: Pairing) {
  const { stays, lastActivityOn } = (await ports.ledgers.find(id)) ?? NO_WORK;
  const arrivals = stays.map(({ arrivedOn }) => arrivedOn);
  const departures = stays.map(({ arrivedOn, leftOn }) => leftOn ?? arrivedOn);
  const entered = await daysEntered(ports, id);
  const last = [...departures, ...Object.values(lastActivityOn), ...entered.last];
  return {
    first: sorted([...arrivals, ...entered.first]).at(0) ?? null,
    last: sorted(last).at(-1) ?? null,
  };
}

const NO_WORK: Pick<WorkLedger, 'stays' | 'lastActivityOn'> = {
  stays: [],
  lastActivityOn: { BUILD_STATION: null, GROW_AGENCY: null, TRAIN_TALENT: null, BUILD_SYSTEM: null },
};

const ONE = { first: 1, after: null } as const;

/** Of the first activity and evaluation, and of the last target. */
async function daysEntered({ activities, evaluations, targets }: Ports, pairingId: Pairing['id']) {
  const of = { pairingId, schemeId: null, dispatchingAgencyId: null, within: null, days: null };
  const standing = { ...of, kind: null, taskGroup: null, grade: null, year: null, struck: false };
  const first = [
    ...(await activities.list(standing, 'ASC', ONE)).items.map(({ node }) => node.heldOn),
    ...(await evaluations.list(standing, 'ASC', ONE)).items.map(({ node }) => node.evaluatedOn),
  ];
  const last = (await targets.list(standing, 'DESC', ONE)).items.map(({ node }) => node.dueOn);
  return { first, last };
}

function sorted(days: Days): readonly CalendarDate[] {
  return days.filter((day) => day !== null).toSorted();
}
