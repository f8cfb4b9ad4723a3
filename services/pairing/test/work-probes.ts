import type { Probe, Probes } from '@qianshou/testing';
import { FUJIAN, HAIYUAN } from './builders.ts';
import { PAPER } from './consents.ts';
import { aWorkerId } from './work-builders.ts';
import { ADVICE, NEWS, TARGET, type Things } from './probed-things.ts';
import { key } from './under-test.ts';
import { activityInput, dispatchInput, evaluationInput } from './work-under-test.ts';

/** What a pair does, and what is asked of it. */
export function workProbes(things: Things): Probes {
  return { ...readings(things), ...ofWork(things), ...ofRecipientSide(things), ...ofOverseers(things) };
}

const COUNTY = { COUNTY: HAIYUAN };
const once = (input: Record<string, unknown>, at: NonNullable<Probe['at']>): Probe => ({
  args: { input: { idempotencyKey: key(), ...input } },
  at,
});

function readings({ work, concerned: at }: Things): Probes {
  return {
    'Query.pairingTarget': { args: { id: work.targetId } },
    'Query.pairingTargets': {},
    'Query.dispatchAssignment': { args: { id: work.dispatchId } },
    'Query.dispatchAssignments': {},
    'Query.supportActivity': { args: { id: work.activityId } },
    'Query.supportActivities': {},
    'Query.pairingEvaluation': { args: { id: work.evaluationId } },
    'Query.pairingEvaluations': {},
    'Query.exitStandings': {},
    'Query.publicityItem': { args: { id: work.itemId } },
    'Query.publicityItems': {},
    'Query.progressReport': { args: { id: work.reportId }, at },
    'Query.progressReports': { at },
    'Query.supervisionNote': { args: { id: work.noteId }, at },
    'Query.supervisionNotes': { at },
    'Query.pairingsToSupervise': { args: { reason: 'QUIET' }, at },
  };
}

function ofWork({ pairingId, both: { DISPATCHING_AGENCY }, work }: Things): Probes {
  const ofHelpers = (input: Record<string, unknown>) => once(input, { ...COUNTY, DISPATCHING_AGENCY });
  const { targetId, dispatchId, activityId } = work;
  const mistake = { reason: '误登:演示' };
  return {
    'Mutation.setPairingTarget': ofHelpers({ pairingId, ...TARGET }),
    'Mutation.recordTargetProgress': ofHelpers({ targetId, achievedValue: 1 }),
    'Mutation.strikeTargetProgress': ofHelpers({ targetId, entryNo: 1, ...mistake }),
    'Mutation.correctTargetProgress': ofHelpers({ targetId, entryNo: 1, achievedValue: 2, ...mistake }),
    'Mutation.correctPairingTarget': ofHelpers({ targetId, targetValue: 4, ...mistake }),
    'Mutation.strikePairingTarget': ofHelpers({ targetId, ...mistake }),
    'Mutation.startDispatch': ofHelpers(dispatchInput(pairingId, 2)),
    'Mutation.endDispatch': ofHelpers({ dispatchId, leftOn: '2026-04-01', workingDays: 9 }),
    'Mutation.correctDispatch': ofHelpers({ dispatchId, mode: 'REMOTE', ...mistake }),
    'Mutation.strikeDispatch': ofHelpers({ dispatchId, ...mistake }),
    'Mutation.logSupportActivity': ofHelpers(activityInput(pairingId)),
    'Mutation.correctSupportActivity': ofHelpers({ activityId, participants: 23, ...mistake }),
    'Mutation.strikeSupportActivity': ofHelpers({ activityId, ...mistake }),
    'Mutation.submitProgressReport': once({ pairingId, period: 2 }, { DISPATCHING_AGENCY }),
  };
}

function ofRecipientSide({ pairingId, both: { RECIPIENT_AGENCY }, work }: Things): Probes {
  const { reportId, activityId, dispatchId } = work;
  const side = { ...COUNTY, RECIPIENT_AGENCY };
  return {
    'Mutation.confirmSupportActivity': once({ activityId }, side),
    'Mutation.contestSupportActivity': once({ activityId, reason: '演示' }, side),
    'Mutation.confirmDispatch': once({ dispatchId }, side),
    'Mutation.contestDispatch': once({ dispatchId, reason: '演示' }, side),
    'Mutation.nameTrainees': once({ pairingId, workerIds: [] }, side),
    'Mutation.recordGrownAgency': once({ pairingId, agencyId: RECIPIENT_AGENCY }, side),
    'Mutation.strikeGrownAgency': once({ pairingId, agencyId: RECIPIENT_AGENCY, reason: '演示' }, side),
    'Mutation.strikeTrainee': once({ pairingId, workerId: aWorkerId(1), reason: '演示' }, side),
    'Mutation.correctGrownAgency': once(
      { pairingId, agencyId: RECIPIENT_AGENCY, grownOn: '2026-04-01', reason: '演示' },
      side,
    ),
    'Mutation.correctTrainee': once(
      { pairingId, workerId: aWorkerId(1), correctWorkerId: aWorkerId(2), reason: '演示' },
      side,
    ),
    'Mutation.correctPairing': once(
      { pairingId, agreementNo: '演示协议-更正', reason: '演示', evidence: PAPER },
      COUNTY,
    ),
    'Mutation.returnProgressReport': once({ reportId, reason: '演示' }, COUNTY),
    'Mutation.acceptProgressReport': once({ reportId }, COUNTY),
  };
}

function ofOverseers({ pairingId, work: { noteId, evaluationId, itemId } }: Things): Probes {
  const region = { REGION: HAIYUAN };
  const both = { ...COUNTY, DISPATCHING_PROVINCE: FUJIAN };
  return {
    'Mutation.recordPairingEvaluation': once(evaluationInput(pairingId), COUNTY),
    'Mutation.correctPairingEvaluation': once({ evaluationId, score: 88, reason: '演示' }, COUNTY),
    'Mutation.strikePairingEvaluation': once({ evaluationId, reason: '演示' }, COUNTY),
    'Mutation.noteSupervision': once({ pairingId, ...ADVICE }, both),
    'Mutation.correctSupervisionNote': once({ noteId, advice: '演示更正', reason: '演示' }, both),
    'Mutation.strikeSupervisionNote': once({ noteId, reason: '演示' }, both),
    'Mutation.closeSupervisionNote': once({ noteId, outcome: '演示' }, both),
    'Mutation.correctPublicityItem': once({ publicityId: itemId, kind: 'BRIEFING', reason: '演示' }, region),
    'Mutation.strikePublicityItem': once({ publicityId: itemId, reason: '演示' }, region),
    'Mutation.recordPublicityItem': [
      { ...once({ pairingId, ...NEWS }, region), kind: 'about a pairing' },
      { ...once({ regionCode: HAIYUAN, ...NEWS }, region), kind: 'about a region' },
    ],
  };
}
