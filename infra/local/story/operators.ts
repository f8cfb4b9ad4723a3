import { registerAgency } from './agencies.ts';
import { demoName } from './demo.ts';
import { eventually } from './eventually.ts';
import { forEach } from './for-each.ts';
import { operation } from './graph-client.ts';
import { professional } from './people.ts';
import { startPosting } from './postings.ts';
import type { Story } from './story.ts';
import { registerWorker } from './workers.ts';
import { OPERATORS, operatorPersona, YIDU } from './yidu.ts';

const NAMES = ['清江', '橘乡', '长阳岸', '三江口', '五泉'] as const;
/** The centre's two workers, by their number among the people of the story. */
const CENTRE_WORKERS = [51, 52] as const;
const CENTRE_OPERATOR = 'centre-operator';

export const PLAN_CENTRE = operation<{ planGuidanceCentre: { centre: { id: string } } }>(/* GraphQL */ `
  mutation PlanGuidanceCentre($input: PlanGuidanceCentreInput!) {
    planGuidanceCentre(input: $input) {
      centre {
        id
      }
    }
  }
`);

export const OPEN_CENTRE = operation(/* GraphQL */ `
  mutation OpenGuidanceCentre($input: OpenGuidanceCentreInput!) {
    openGuidanceCentre(input: $input) {
      centre {
        status
      }
    }
  }
`);

export const CENTRE_STAFF = operation<{ guidanceCentre: { workersOnDuty: number } | null }>(/* GraphQL */ `
  query CentreStaff($id: ID!) {
    guidanceCentre(id: $id) {
      workersOnDuty
    }
  }
`);

/** Ids of the operators' agencies, by the operator's number. */
export type OperatorAgencies = ReadonlyMap<number, string>;

/** Step 3, first half: five operators register, each by its own manager. */
export async function registerOperators(story: Story): Promise<OperatorAgencies> {
  const agencies = await forEach(OPERATORS, async (number, at) => {
    const persona = operatorPersona(number);
    const id = await registerAgency(story, persona, {
      persona,
      name: `宜都市${NAMES[at]}社会工作服务中心`,
      homeRegionCode: YIDU,
      registrationAuthority: '宜都市民政局',
      number,
      can: 'OPERATE',
    });
    return [number, id] as const;
  });
  story.report(`  3  ${agencies.length} operator agencies registered`);
  return new Map(agencies);
}

/** Step 3, second half: the guidance centre opens with two workers on duty and an expert team (STA-6). */
export async function openGuidanceCentre(story: Story): Promise<void> {
  const { graph, report } = story;
  const operatorAgencyId = await registerAgency(story, CENTRE_OPERATOR, {
    persona: CENTRE_OPERATOR,
    name: '宜都市社会组织孵化与社会工作促进会',
    homeRegionCode: YIDU,
    registrationAuthority: '宜都市民政局',
    number: 6,
    can: 'OPERATE',
  });
  const { planGuidanceCentre } = await graph.ask('yidu-bureau', PLAN_CENTRE, {
    input: {
      countyCode: YIDU,
      name: '宜都市社会工作服务指导(社会组织孵化)中心',
      operatorAgencyId,
      expertTeam: demoName('三峡地区某高校社会学系专家团队'),
    },
  });
  const centreId = planGuidanceCentre.centre.id;
  await forEach(CENTRE_WORKERS, async (number) => {
    const person = professional(number);
    const workerId = await registerWorker(story, CENTRE_OPERATOR, person, {
      employerAgencyId: operatorAgencyId,
    });
    await startPosting(story, CENTRE_OPERATOR, { workerId, role: 'CENTRE_WORKER', centreId });
  });
  await eventually({
    what: 'two workers on duty in the guidance centre',
    look: () => graph.ask('yidu-bureau', CENTRE_STAFF, { id: centreId }),
    until: ({ guidanceCentre }) => (guidanceCentre?.workersOnDuty ?? 0) >= 2,
  });
  await graph.ask('yidu-bureau', OPEN_CENTRE, { input: { centreId } });
  report('     guidance centre opened with 2 social workers and an expert team');
}
