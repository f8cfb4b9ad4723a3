import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { worker } from './builders.ts';
import {
  anOpenNationalClass,
  bureau,
  change,
  hearOfWorker,
  listOf,
  planClass,
  projectOffice,
  published,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;

beforeAll(async () => {
  graph = await trainingGraph();
  await hearOfWorker(graph, 1);
});
afterAll(() => graph.stop());

const reason = '演示变更';
const GATED = {
  code: 'GATED_2026',
  kind: 'STATION_OPERATION',
  name: '演示实务培训',
  organiser: '演示项目办',
  audience: 'RECIPIENT_STAFF',
  audienceRule: 'GATE',
  ceHours: 16,
  plannedHours: 20,
  year: 2026,
  syllabusUrl: 'https://example.org/syllabus',
  chargedRegions: ['420000'],
};

describe('TRA-1 a programme', () => {
  it('is a gate where it was announced so, and is held by whom the project office charges', async () => {
    expect((await change(graph, 'announceProgramme', GATED, projectOffice)).errors).toEqual([]);
    const within = { programmeCode: GATED.code, regionCode: '420581', organiserAgencyId: null };
    const { data, errors } = await planClass(graph, within, bureau);
    expect(errors).toEqual([]);
    const classId = data.planTrainingClass.trainingClass.id as string;

    const gated = await change(graph, 'enrolWorker', { classId, workerId: worker(1) }, bureau);
    expect(gated).toMatchObject({ code: 'ENROLMENT_OUTSIDE_AUDIENCE', details: { rule: 'TRA-1' } });
    const advised = await anOpenNationalClass(graph, { programmeCode: 'STATION_OPERATION' });
    const warned = await change(graph, 'enrolWorker', { classId: advised, workerId: worker(1) }, bureau);
    expect(warned.payload.enrolment.warnings).toMatchObject([{ rule: 'TRA-1' }]);
    const uncharged = { ...within, programmeCode: 'STATION_OPERATION' };
    expect((await planClass(graph, uncharged, bureau)).code).toBe('FORBIDDEN');
    expect(await listOf(graph, classId)).toEqual([]);
  });

  it('is revised and closed', async () => {
    const { code } = GATED;
    const revised = await change(
      graph,
      'reviseProgramme',
      { code, year: 2027, passScore: 70, reason },
      projectOffice,
    );
    expect(revised.payload.programme).toMatchObject({ year: 2027, passSettings: { score: 70 }, ceHours: 16 });
    expect((await change(graph, 'reviseProgramme', { code, year: 2027, reason }, projectOffice)).code).toBe(
      'CORRECTED_TO_THE_SAME',
    );
    expect((await change(graph, 'reviseProgramme', { code, ceHours: 21, reason }, projectOffice)).code).toBe(
      'BAD_USER_INPUT',
    );

    const closed = await change(graph, 'closeProgramme', { code, reason }, projectOffice);
    expect(closed.payload.programme).toMatchObject({ closeReason: reason, allowedActions: [] });
    const within = { programmeCode: code, regionCode: '420581', organiserAgencyId: null };
    expect((await planClass(graph, within, bureau)).code).toBe('PROGRAMME_CLOSED');
    expect(await published(graph, 'programme-closed')).toHaveLength(1);
  });
});
