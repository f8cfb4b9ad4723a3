import { testEveryOperation } from '@qianshou/testing/every-operation';
import { probesOf } from './probes.ts';
import { fundingGraph } from './under-test.ts';

testEveryOperation({ tests: import.meta.dirname, open: fundingGraph, probesOf });
