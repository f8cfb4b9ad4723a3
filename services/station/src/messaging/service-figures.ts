import type { EventData } from '@qianshou/events';
import type { FigureDelta } from '@qianshou/service-kit/figures';

type Service = EventData<'qianshou.station.service-recorded.v1'>;

/** What a service adds: to all time, and to its month by domain, method and group, of the regions and of the station. */
export function served(service: Service, sign: 1 | -1): readonly FigureDelta[] {
  const { townshipCode: regionCode, stationId, servedOn, domain, method, beneficiaryGroup } = service;
  const [records, persons, minutes] = [sign, sign * service.persons, sign * service.minutes];
  const split = (dimension: string): Record<string, number> => ({
    [`${dimension}:records`]: records,
    [`${dimension}:persons`]: persons,
    [`${dimension}:minutes`]: minutes,
  });
  const figures = { serviceRecords: records, servicePersons: persons, serviceMinutes: minutes };
  const month = {
    records,
    persons,
    minutes,
    ...split(domain),
    ...split(method),
    ...(beneficiaryGroup === null ? {} : split(beneficiaryGroup)),
  };
  return [
    { regionCode, figures },
    { regionCode, period: servedOn.slice(0, 7), subject: stationId, figures: month },
  ];
}
