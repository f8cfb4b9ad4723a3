import { testEveryOperation } from '@qianshou/testing/every-operation';
import { probesOf } from './probes.ts';
import { personnelGraph } from './under-test.ts';

testEveryOperation({
  tests: import.meta.dirname,
  byTownship: ['Query.postings', 'Query.deadlines', 'Query.recruitmentNotices', 'Query.renewalDecisions'],
  open: personnelGraph,
  probesOf,
});
