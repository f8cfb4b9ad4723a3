import type { Probes } from '@qianshou/testing';
import { OPERATOR, YIDU } from './builders.ts';
import { aPastResident, REVIEW } from './operations.ts';
import { bureau, done, type PersonnelGraph } from './under-test.ts';

/** Of a resident whose two years are over. */
export async function ofRenewals(graph: PersonnelGraph, worker: string): Promise<Probes> {
  const { workerId } = await aPastResident(graph, { startedOn: '2023-02-01' });
  await done(graph, REVIEW, { countyCode: YIDU }, bureau);
  const { data } = await graph.execute(
    'query ($w: ID!) { renewalDecisions(where: { workerId: { eq: $w } }) { nodes { id } } }',
    { w: workerId },
    bureau,
  );
  const renewalId = data.renewalDecisions.nodes[0].id as string;
  // The list is asked as the worker of the other probes.
  await graph.connection
    .collection('renewal_decisions')
    .updateOne({ _id: renewalId as never }, { $set: { workerId: worker } });
  const verdict = { renewalId, outcome: 'RENEWED_WITH_EXCEPTION', until: '2027-07-31', reason: '演示' };
  return {
    'Query.renewalDecisions': { at: { COUNTY: YIDU, COUNTY_OF_TOWNSHIP: YIDU, OPERATOR, WORKER: worker } },
    'Mutation.decideRenewal': [{ kind: 'an overdue one', args: { input: verdict }, at: { COUNTY: YIDU } }],
  };
}
