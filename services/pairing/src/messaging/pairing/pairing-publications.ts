import type { Publication } from '@qianshou/events';
import type { PairingEvent } from '../../domain/pairing/pairing-events.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';

export function publishPairingEvent(event: PairingEvent, pairing: Pairing): Publication {
  const regionCode = pairing.countyCode;
  switch (event.type) {
    case 'pairing.matched': {
      const { renewedFromId, handedOverFromId } = pairing;
      const data = { ...partiesOf(pairing), renewedFromId, handedOverFromId };
      return { type: 'qianshou.pairing.matched.v1', data, regionCode };
    }
    case 'pairing.signed': {
      const data = { ...partiesOf(pairing), signedOn: event.signedOn };
      return { type: 'qianshou.pairing.signed.v1', data, regionCode };
    }
    case 'pairing.activated': {
      const data = { ...partiesOf(pairing), startsOn: event.startsOn, endsOn: event.endsOn };
      return { type: 'qianshou.pairing.activated.v1', data, regionCode };
    }
    case 'pairing.progressed': {
      const { taskGroup, indicator, value } = event;
      const { id: pairingId, schemeId } = pairing;
      const data = { pairingId, schemeId, countyCode: regionCode, taskGroup, indicator, value };
      return { type: 'qianshou.pairing.progressed.v1', data, regionCode };
    }
    default:
      return publishTurn(event, pairing);
  }
}

type Turn = Exclude<
  PairingEvent,
  { readonly type: 'pairing.matched' | 'pairing.signed' | 'pairing.activated' | 'pairing.progressed' }
>;

/** What happens to a pairing after its work began. */
function publishTurn(event: Turn, pairing: Pairing): Publication {
  const regionCode = pairing.countyCode;
  const parties = partiesOf(pairing);
  switch (event.type) {
    case 'pairing.suspended': {
      const data = { ...parties, suspendedOn: event.suspendedOn };
      return { type: 'qianshou.pairing.suspended.v1', data, regionCode };
    }
    case 'pairing.resumed': {
      const data = { ...parties, resumedOn: event.resumedOn };
      return { type: 'qianshou.pairing.resumed.v1', data, regionCode };
    }
    case 'pairing.past-end': {
      return { type: 'qianshou.pairing.past-end.v1', data: { ...parties, endsOn: event.endsOn }, regionCode };
    }
    case 'pairing.extended': {
      const data = { ...parties, endsOnBefore: event.endsOnBefore, endsOn: event.endsOn };
      return { type: 'qianshou.pairing.extended.v1', data, regionCode };
    }
    case 'pairing.final-evaluation-begun': {
      const data = { ...parties, begunOn: event.begunOn };
      return { type: 'qianshou.pairing.final-evaluation-begun.v1', data, regionCode };
    }
    case 'pairing.completed': {
      const data = { ...parties, completedOn: event.completedOn };
      return { type: 'qianshou.pairing.completed.v1', data, regionCode };
    }
    case 'pairing.terminated': {
      const { terminatedOn, handedOverToId } = event;
      const data = { ...parties, terminatedOn, handedOverToId };
      return { type: 'qianshou.pairing.terminated.v1', data, regionCode };
    }
    case 'pairing.task-groups-changed': {
      const data = { ...parties, before: [...event.before], changedOn: event.on };
      return { type: 'qianshou.pairing.task-groups-changed.v1', data, regionCode };
    }
    case 'pairing.struck':
      return {
        type: 'qianshou.pairing.struck.v1',
        data: { ...parties, origin: pairing.origin ?? 'APPLICATION' },
        regionCode,
      };
    case 'pairing.history-entered': {
      const { startsOn, endsOn } = pairing;
      const data = { ...parties, startsOn, endsOn };
      return { type: 'qianshou.pairing.history-entered.v1', data, regionCode };
    }
    case 'pairing.trainees-named': {
      const { traineesBefore, trainees } = event;
      const data = { ...parties, traineesBefore, trainees };
      return { type: 'qianshou.pairing.trainees-named.v1', data, regionCode };
    }
    case 'pairing.agency-grown': {
      const data = { ...parties, agencyId: event.agencyId, grownOn: event.grownOn };
      return { type: 'qianshou.pairing.agency-grown.v1', data, regionCode };
    }
    case 'pairing.agency-growth-struck': {
      const data = { ...parties, agencyId: event.agencyId, grownOn: event.grownOn };
      return { type: 'qianshou.pairing.agency-growth-struck.v1', data, regionCode };
    }
    case 'pairing.agency-growth-corrected': {
      const { agencyId, grownOn, before } = event;
      return {
        type: 'qianshou.pairing.agency-growth-corrected.v1',
        data: { ...parties, agencyId, grownOn, before },
        regionCode,
      };
    }
    case 'pairing.trainee-corrected': {
      const data = { ...parties, trainees: event.trainees };
      return { type: 'qianshou.pairing.trainee-corrected.v1', data, regionCode };
    }
    case 'pairing.corrected': {
      const { status, signedOn, startsOn, endsOn } = pairing;
      const data = { ...parties, status, signedOn, startsOn, endsOn, before: event.before };
      return { type: 'qianshou.pairing.corrected.v1', data, regionCode };
    }
    case 'pairing.trainee-struck': {
      const { traineesBefore, trainees } = event;
      const data = { ...parties, traineesBefore, trainees };
      return { type: 'qianshou.pairing.trainee-struck.v1', data, regionCode };
    }
  }
}

/** What a matching fixed for the pairing's whole life, and every one of its facts tells. */
function partiesOf(pairing: Pairing) {
  return {
    pairingId: pairing.id,
    schemeId: pairing.schemeId,
    dispatchingAgencyId: pairing.dispatchingAgencyId,
    recipientAgencyId: pairing.recipientAgencyId,
    countyCode: pairing.countyCode,
    countyTier: pairing.countyTier,
    mode: pairing.mode,
    taskGroups: [...pairing.taskGroups],
    cycleYear: pairing.cycleYear,
  };
}
