import type { EventData } from '@qianshou/events';
import type { FigureDelta, Fold } from '@qianshou/service-kit/figures';

type Standing = NonNullable<EventData<'qianshou.personnel.posting-started.v1'>['standing']>;
type Role = EventData<'qianshou.personnel.posting-started.v1'>['role'];
type Counts = Readonly<Record<string, number>>;

/** What each fact adds to its county and to everything above it. A post that moves is taken out and put in again. */
export const foldPersonnelEvent: Fold<'personnel'> = (event) => {
  switch (event.type) {
    case 'qianshou.personnel.worker-registered.v1':
      return [{ regionCode: event.data.countyCode, figures: { workersRegistered: 1 } }];
    case 'qianshou.personnel.worker-county-changed.v1':
      return [
        { regionCode: event.data.countyBefore, figures: { workersRegistered: -1 } },
        { regionCode: event.data.countyCode, figures: { workersRegistered: 1 } },
      ];
    case 'qianshou.personnel.posting-started.v1':
      return moved(event.data, 'OFF_DUTY', event.data.standing);
    case 'qianshou.personnel.posting-ended.v1':
      return moved(event.data, event.data.standingBefore, 'OFF_DUTY');
    case 'qianshou.personnel.certificate-clock-moved.v1':
      return moved(ofResident(event.data), event.data.standingBefore, 'UNCERTIFIED');
    case 'qianshou.personnel.certificate-requirement-reopened.v1':
      return moved(ofResident(event.data), event.data.standingBefore, 'UNCERTIFIED');
    case 'qianshou.personnel.certificate-deadline-near.v1':
      return moved(ofResident(event.data), event.data.standingBefore, 'DEADLINE_NEAR');
    case 'qianshou.personnel.certificate-last-exam-near.v1':
      return moved(ofResident(event.data), event.data.standingBefore, 'DEADLINE_NEAR');
    case 'qianshou.personnel.certificate-overdue.v1':
      return moved(ofResident(event.data), event.data.standingBefore, 'OVERDUE');
    case 'qianshou.personnel.certificate-requirement-met.v1':
      return moved(ofResident(event.data), event.data.standingBefore, 'CERTIFIED');
    default:
      return [];
  }
};

type Post = Pick<EventData<'qianshou.personnel.posting-started.v1'>, 'countyCode' | 'role'>;

/** The two-year rule has a hold on residents alone, so its events need not name the role. */
function ofResident({ countyCode }: Pick<Post, 'countyCode'>): Post {
  return { countyCode, role: 'RESIDENT' };
}

function moved(
  { countyCode, role }: Post,
  before: Standing | undefined,
  after: Standing | undefined,
): readonly FigureDelta[] {
  const figures: Record<string, number> = {};
  for (const [name, count] of Object.entries(countsOf(role, after))) figures[name] = count;
  for (const [name, count] of Object.entries(countsOf(role, before))) {
    figures[name] = (figures[name] ?? 0) - count;
  }
  const changed = Object.entries(figures).filter(([, count]) => count !== 0);
  return changed.length === 0 ? [] : [{ regionCode: countyCode, figures: Object.fromEntries(changed) }];
}

const ROLE_FIGURES: Partial<Record<Role, string>> = {
  STATION_HEAD: 'heads',
  DEPUTY_HEAD: 'deputies',
  RESIDENT: 'residents',
  CENTRE_WORKER: 'centreWorkers',
};

const CERTIFICATE_FIGURES: Partial<Record<Standing, string>> = {
  CERTIFIED: 'certifiedResidents',
  DEADLINE_NEAR: 'deadlinesNear',
  OVERDUE: 'deadlinesOverdue',
};

/** What a post in this standing counts as. */
function countsOf(role: Role, standing: Standing | undefined): Counts {
  if (standing === undefined || standing === 'OFF_DUTY') return {};
  const byRole = ROLE_FIGURES[role];
  const byCertificate = role === 'RESIDENT' ? CERTIFICATE_FIGURES[standing] : undefined;
  return {
    postingsOnDuty: 1,
    ...(byRole === undefined ? {} : { [byRole]: 1 }),
    ...(byCertificate === undefined ? {} : { [byCertificate]: 1 }),
  };
}
