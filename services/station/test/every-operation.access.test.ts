import { testEveryOperation } from '@qianshou/testing/every-operation';
import { probesOf } from './probes.ts';
import { stationGraph } from './under-test.ts';

testEveryOperation({
  tests: import.meta.dirname,
  byTownship: [
    'Query.acceptanceChecks',
    'Query.complaints',
    'Query.stationEvaluations',
    'Query.regionSuccessions',
    'Query.regions',
    'Query.serviceRecords',
    'Query.stations',
    'Query.stationVisits',
    'Query.villageRooms',
  ],
  open: stationGraph,
  probesOf,
});
