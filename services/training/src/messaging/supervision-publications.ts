import type { Publication } from '@qianshou/events';
import type { SupervisionEvent, SupervisionSession } from '../domain/supervision/supervision-session.ts';

/** Domain event -> published event: where, when and how long; neither topic nor advice. */
export function publishSupervisionEvent(event: SupervisionEvent, session: SupervisionSession): Publication {
  const { id: supervisionId, stationId, countyCode: regionCode, supervisorAgencyId, heldOn, hours } = session;
  const data = { supervisionId, stationId, regionCode, supervisorAgencyId, heldOn, hours };
  switch (event.type) {
    case 'supervision.held':
      return { type: 'qianshou.training.supervision-held.v1', data, regionCode };
    case 'supervision.followedUp':
      return { type: 'qianshou.training.supervision-followed-up.v1', data, regionCode };
    case 'supervision.struck':
      return { type: 'qianshou.training.supervision-struck.v1', data, regionCode };
    case 'supervision.corrected': {
      const { heldOn: heldOnBefore, hours: hoursBefore } = event.before;
      const corrected = { ...data, heldOnBefore, hoursBefore };
      return { type: 'qianshou.training.supervision-corrected.v1', data: corrected, regionCode };
    }
  }
}
