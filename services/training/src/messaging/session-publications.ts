import type { Publication } from '@qianshou/events';
import type { SessionEvent, TrainingSession } from '../domain/session/training-session.ts';

/** Domain event -> published event: the hours that were held, nobody who was there. */
export function publishSessionEvent(event: SessionEvent, session: TrainingSession): Publication {
  const { id: sessionId, classId, kind, regionCode, heldOn, hours } = session;
  const data = { sessionId, classId, kind, regionCode, heldOn, hours };
  switch (event.type) {
    case 'session.held':
      return { type: 'qianshou.training.session-held.v1', data, regionCode };
    case 'session.struck':
      return { type: 'qianshou.training.session-struck.v1', data, regionCode };
    case 'session.corrected': {
      const corrected = { ...data, hoursBefore: event.hoursBefore };
      return { type: 'qianshou.training.session-corrected.v1', data: corrected, regionCode };
    }
  }
}
