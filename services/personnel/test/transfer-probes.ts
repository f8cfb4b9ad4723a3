import { inRegion, type Probes } from '@qianshou/testing';
import { ELSEWHERE, YIDU } from './builders.ts';
import { aWorkerThere } from './operations.ts';
import { anIdNumber, done, type PersonnelGraph } from './under-test.ts';
import { REQUEST_TRANSFER } from './transfer-operations.ts';

const FAR = inRegion('COUNTY_CIVIL_AFFAIRS', ELSEWHERE);

/** Of somebody whom Yidu keeps, and whom a county far away asks for. */
export async function ofTransfers(graph: PersonnelGraph): Promise<Probes> {
  const idNumber = anIdNumber(901);
  await aWorkerThere(graph, { idNumber, employerAgencyId: null });
  await done(graph, REQUEST_TRANSFER, { idNumber, purpose: '演示' }, FAR);
  const asked = await graph.connection.collection('transfer_questions').findOne({ countyCode: YIDU });
  await done(graph, REQUEST_TRANSFER, { idNumber: anIdNumber(903), purpose: '演示' });
  const questionId = String(asked?._id);
  const request = { idNumber: anIdNumber(902), purpose: '演示', countyCode: YIDU };
  const answer = { questionId, answer: 'DECLINED', reason: '演示' };
  return {
    'Query.workerTransferRequests': { at: { COUNTY: YIDU } },
    'Query.workerTransferQuestions': { at: { COUNTY: YIDU } },
    'Mutation.requestWorkerTransfer': { args: { input: request }, at: { COUNTY: YIDU } },
    'Mutation.answerWorkerTransfer': { args: { input: answer }, at: { COUNTY: YIDU } },
  };
}
