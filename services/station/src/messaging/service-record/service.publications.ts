import type { Publication } from '@qianshou/events';
import type { ServiceRecord, ServiceRecordEvent } from '../../domain/service-record/service-record.ts';

/** STA-12: counts and codes. Neither the note nor the workers leave the service. */
export function publishServiceRecordEvent({ type }: ServiceRecordEvent, record: ServiceRecord): Publication {
  const { partners, ...counted } = record;
  const named = partners ?? [];
  const data = {
    ...counted,
    recordId: record.id,
    ...(named.length === 0 ? {} : { partners: [...named] }),
  };
  const regionCode = record.townshipCode;
  return type === 'service-record.recorded'
    ? { type: 'qianshou.station.service-recorded.v1', data, regionCode }
    : { type: 'qianshou.station.service-record-struck.v1', data, regionCode };
}
