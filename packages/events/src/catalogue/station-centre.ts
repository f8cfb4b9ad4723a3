import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { OPERATOR } from './example-ids.ts';
import { count, day, id, oneOf, region } from '../fields.ts';

const CENTRE = 'ctr_01900000-0000-7000-8000-000000000012';

const centre = { centreId: id('ctr'), countyCode: region, operatorAgencyId: id('agy') };
const centreExample = { centreId: CENTRE, countyCode: '420581', operatorAgencyId: OPERATOR };

/** The first level: the one centre of a county. */
export const stationCentreEvents = [
  defineEvent({
    type: 'qianshou.station.centre-planned.v1',
    aggregate: 'guidance-centre',
    about: { en: 'A guidance centre was planned and given to an operator.', zh: '社会工作服务指导中心立项' },
    data: z.object(centre),
    example: centreExample,
  }),
  defineEvent({
    type: 'qianshou.station.expert-team-named.v1',
    aggregate: 'guidance-centre',
    about: { en: 'A guidance centre named its university expert team.', zh: '指导中心确定高校专家团队' },
    data: z.object({ centreId: id('ctr'), countyCode: region }),
    example: { centreId: CENTRE, countyCode: '420581' },
  }),
  defineEvent({
    type: 'qianshou.station.centre-opened.v1',
    aggregate: 'guidance-centre',
    about: {
      en: 'A guidance centre opened with its workers and its expert team.',
      zh: '社会工作服务指导中心成立',
    },
    data: z.object({ ...centre, openedOn: day }),
    example: { ...centreExample, openedOn: '2026-03-01' },
  }),
  defineEvent({
    type: 'qianshou.station.centre-staff-changed.v1',
    aggregate: 'guidance-centre',
    about: { en: 'A worker came on duty at a guidance centre or left it.', zh: '指导中心人员变动' },
    data: z.object({ centreId: id('ctr'), countyCode: region, workers: count }),
    example: { centreId: CENTRE, countyCode: '420581', workers: 2 },
  }),
  defineEvent({
    type: 'qianshou.station.centre-operator-changed.v1',
    aggregate: 'guidance-centre',
    about: {
      en: 'Another agency runs a guidance centre from a day on. People of the former operator leave, but for the postings named.',
      zh: '指导中心更换承接机构',
    },
    data: z.object({
      ...centre,
      before: z.object({ operatorAgencyId: id('agy') }),
      from: day,
      stayingPostings: z.array(id('pst')),
    }),
    example: {
      ...centreExample,
      before: { operatorAgencyId: 'agy_01900000-0000-7000-8000-000000000099' },
      from: '2026-07-01',
      stayingPostings: [],
    },
  }),
  defineEvent({
    type: 'qianshou.station.centre-closed.v1',
    aggregate: 'guidance-centre',
    about: {
      en: 'A guidance centre closed, from the status that it had; its county may plan another one.',
      zh: '社会工作服务指导中心关闭',
    },
    data: z.object({ ...centre, from: oneOf(['PLANNED', 'OPERATING']), closedOn: day }),
    example: { ...centreExample, from: 'OPERATING', closedOn: '2026-12-31' },
  }),
  defineEvent({
    type: 'qianshou.station.centre-struck.v1',
    aggregate: 'guidance-centre',
    about: { en: 'A guidance centre was struck out: the county never had it.', zh: '指导中心作废' },
    data: z.object({ ...centre, from: oneOf(['PLANNED', 'OPERATING', 'CLOSED']), struckOn: day }),
    example: { ...centreExample, from: 'PLANNED', struckOn: '2026-03-02' },
  }),
  defineEvent({
    type: 'qianshou.station.centre-corrected.v1',
    aggregate: 'guidance-centre',
    about: { en: 'The name or the day of opening of a guidance centre was corrected.', zh: '指导中心更正' },
    data: z.object({ ...centre, openedOn: day.nullable() }),
    example: { ...centreExample, openedOn: '2026-03-01' },
  }),
] as const;
