import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { day, id } from '../fields.ts';
import { place, placeExample } from './station.ts';

const FORMER_STATION = 'sta_01900000-0000-7000-8000-00000000001b';
const ROOM = 'vrm_01900000-0000-7000-8000-000000000013';

const villageRoom = { villageRoomId: id('vrm'), ...place };
const villageRoomExample = { villageRoomId: ROOM, ...placeExample };

/** Said where the room met the standard until then. */
const metStandard = z.boolean().optional();

/** The third level: rooms in villages and communities. */
export const stationVillageRoomEvents = [
  defineEvent({
    type: 'qianshou.station.village-room-opened.v1',
    aggregate: 'village-room',
    about: { en: 'A village or community room opened.', zh: '村(社区)社工室建成' },
    data: z.object({ ...villageRoom, openedOn: day }),
    example: { ...villageRoomExample, openedOn: '2026-05-10' },
  }),
  defineEvent({
    type: 'qianshou.station.village-room-chosen.v1',
    aggregate: 'village-room',
    about: { en: 'A village room was chosen as a demonstration room.', zh: '社工室评为示范室' },
    data: z.object({ ...villageRoom, selectedOn: day }),
    example: { ...villageRoomExample, selectedOn: '2026-06-10' },
  }),
  defineEvent({
    type: 'qianshou.station.village-room-equipped.v1',
    aggregate: 'village-room',
    about: {
      en: 'Premises, rooms or documents of a village room were entered, or its county asks for another checklist; whether it meets the standard now, and did before (STA-8).',
      zh: '社工室场地、活动场所或制度登记，或所在县达标清单变化',
    },
    data: z.object({
      ...villageRoom,
      meetsStandard: z.boolean(),
      lacking: z.array(z.string()),
      before: z.object({ meetsStandard: z.boolean() }),
    }),
    example: {
      ...villageRoomExample,
      meetsStandard: false,
      lacking: ['REGIME'],
      before: { meetsStandard: false },
    },
  }),
  defineEvent({
    type: 'qianshou.station.village-room-assigned.v1',
    aggregate: 'village-room',
    about: {
      en: 'A village room whose station had closed was assigned to the station that its unit has now.',
      zh: '社工室调整隶属社工站',
    },
    data: z.object({ ...villageRoom, formerStationId: id('sta') }),
    example: { ...villageRoomExample, formerStationId: FORMER_STATION },
  }),
  defineEvent({
    type: 'qianshou.station.village-room-closed.v1',
    aggregate: 'village-room',
    about: {
      en: 'A village room closed for good; where it was a demonstration room, its place is free.',
      zh: '村(社区)社工室关闭',
    },
    data: z.object({ ...villageRoom, closedOn: day, wasDemonstration: z.boolean(), metStandard }),
    example: { ...villageRoomExample, closedOn: '2026-12-31', wasDemonstration: true },
  }),
  defineEvent({
    type: 'qianshou.station.village-room-struck.v1',
    aggregate: 'village-room',
    about: { en: 'A village room was struck out: there never was one; it counts no more.', zh: '社工室作废' },
    data: z.object({
      ...villageRoom,
      wasOperating: z.boolean(),
      wasDemonstration: z.boolean(),
      metStandard,
    }),
    example: { ...villageRoomExample, wasOperating: true, wasDemonstration: false },
  }),
  defineEvent({
    type: 'qianshou.station.village-room-corrected.v1',
    aggregate: 'village-room',
    about: { en: 'The name or the day of opening of a village room was corrected.', zh: '社工室更正' },
    data: z.object({ ...villageRoom, openedOn: day, before: z.object({ openedOn: day }) }),
    example: { ...villageRoomExample, openedOn: '2026-05-01', before: { openedOn: '2026-05-10' } },
  }),
  defineEvent({
    type: 'qianshou.station.village-room-choice-struck.v1',
    aggregate: 'village-room',
    about: {
      en: 'The choice of a village room as a demonstration room was struck out; its place is free.',
      zh: '示范室评定作废',
    },
    data: z.object({ ...villageRoom, selectedOn: day }),
    example: { ...villageRoomExample, selectedOn: '2026-06-10' },
  }),
] as const;
