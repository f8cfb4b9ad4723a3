import type { Publication } from '@qianshou/events';
import type { ServiceRecord, ServiceRecordEvent } from '../../domain/service-record/service-record.ts';

/** STA-12: counts and codes. Neither the note nor the workers leave the service. */
export function publishServiceRecordEvent(event: ServiceRecordEvent, record: ServiceRecord): Publication {
  const { partners, ...counted } = record;
  const named = partners ?? [];
  const data = {
    ...counted,
    recordId: record.id,
    ...(named.length === 0 ? {} : { partners: [...named] }),
  };
  const regionCode = record.townshipCode;
  switch (event.type) {
    case 'service-record.recorded':
      return { type: 'qianshou.station.service-recorded.v1', data, regionCode };
    case 'service-record.struck':
      return { type: 'qianshou.station.service-record-struck.v1', data, regionCode };
    case 'service-record.corrected': {
      const corrected = { ...data, before: event.before };
      return { type: 'qianshou.station.service-record-corrected.v1', data: corrected, regionCode };
    }
  }
}
