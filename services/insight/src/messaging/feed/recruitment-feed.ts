import { type Feed, row, type Told } from './telling.ts';

interface Notice {
  readonly noticeId: string;
  readonly stationId: string;
  readonly townshipCode: string;
  readonly operatorAgencyId: string | null;
  readonly postCount: number;
}

const notice = (data: Notice, cells: NonNullable<Told['cells']>): Told => {
  const { stationId, townshipCode, operatorAgencyId, postCount: posts } = data;
  return row('recruitment', data.noticeId, { stationId, townshipCode, operatorAgencyId, posts, ...cells });
};

/** Numbers and days: of who applied nothing is told. */
export const recruitmentFeed: Feed = {
  'qianshou.personnel.recruitment-opened.v1': (data) =>
    notice(data, { status: 'OPEN', openedOn: data.openedOn, closesOn: data.closesOn, applicants: 0 }),
  'qianshou.personnel.recruitment-corrected.v1': (data) => notice(data, { closesOn: data.closesOn }),
  'qianshou.personnel.recruitment-applicants-changed.v1': (data) =>
    notice(data, { applicants: data.applicants }),
  'qianshou.personnel.recruitment-closed.v1': (data) =>
    notice(data, { status: 'CLOSED', applicants: data.applicants }),
  'qianshou.personnel.recruitment-announced.v1': (data) =>
    notice(data, { status: 'ANNOUNCED', taken: data.taken }),
  'qianshou.personnel.recruitment-reopened.v1': (data) =>
    notice(data, { status: 'CLOSED', applicants: data.applicants, taken: null }),
  'qianshou.personnel.recruitment-concluded.v1': (data) =>
    notice(data, { status: 'CONCLUDED', taken: data.taken }),
  'qianshou.personnel.recruitment-cancelled.v1': (data) =>
    notice(data, { status: 'CANCELLED', applicants: data.applicants, taken: 0 }),
};
