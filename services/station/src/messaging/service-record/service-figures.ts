import type { EventData } from '@qianshou/events';
import type { FigureDelta } from '@qianshou/service-kit/figures';
import { cellFigures, monthFigures, shownServices } from '../../domain/service-record/shown-services.ts';

type Service = EventData<'qianshou.station.service-recorded.v1'>;

/** What a service adds: to all time, and to its month by domain, method and group, of the regions and of the station. */
export function served(service: Service, sign: 1 | -1): readonly FigureDelta[] {
  const { townshipCode: regionCode, stationId, servedOn, domain, method, beneficiaryGroup: group } = service;
  const [records, persons, minutes] = [sign, sign * service.persons, sign * service.minutes];
  const cell = { domain, method, group };
  const sum = { records, persons, minutes };
  return [
    { regionCode, figures: { serviceRecords: records, servicePersons: persons, serviceMinutes: minutes } },
    {
      regionCode,
      period: servedOn.slice(0, 7),
      subject: stationId,
      figures: monthFigures(cell, sum),
      ofSubject: cellFigures(cell, sum),
      rollUp: shownServices,
    },
  ];
}
