import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  change,
  planClass,
  projectOffice,
  published,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;

beforeEach(async () => {
  graph = await trainingGraph();
});
afterEach(() => graph.stop());

describe('announceProgramme', () => {
  const input = {
    code: 'YIDU_ELDERLY_CARE',
    kind: 'THEMATIC',
    name: '居家养老专题培训(演示)',
    organiser: '宜都市社会工作服务指导中心(演示)',
    audience: 'RESIDENTS',
  };

  it('TRA-3 announces with settings of its own, which its classes keep', async () => {
    const settings = { attendancePercent: 50, passScore: 40 };

    const { payload } = await change(graph, 'announceProgramme', { ...input, ...settings }, projectOffice);
    const thematic = { programmeCode: input.code, organiserAgencyId: null };
    const { data } = await planClass(graph, thematic, { ...projectOffice, grants: [{ role: 'ADMIN' }] });

    expect(payload.programme.passSettings).toEqual({ attendancePercent: 50, score: 40 });
    expect(data.planTrainingClass.trainingClass.passSettings).toEqual({ attendancePercent: 50, score: 40 });
  });

  it('is refused with a code that is taken, or is none', async () => {
    const announce = (code: string) => change(graph, 'announceProgramme', { ...input, code }, projectOffice);

    expect((await announce('EXAM_PREP')).code).toBe('PROGRAMME_CODE_TAKEN');
    expect((await announce('exam prep')).code).toBe('BAD_USER_INPUT');
  });

  it('finds the seeded programmes there, once, however often the service starts', async () => {
    await Promise.all([graph.prepare?.(), graph.prepare?.()]);

    const { data } = await graph.execute(
      '{ programmes { nodes { code organiser plannedHours } totalCount } }',
    );

    expect(data.programmes.totalCount).toBe(5);
    expect(data.programmes.nodes[0]).toEqual({
      code: 'EXAM_PREP',
      organiser: '中国社会工作联合会',
      plannedHours: null,
    });
    expect(await published(graph, 'programme-announced')).toHaveLength(5);
  });
});
