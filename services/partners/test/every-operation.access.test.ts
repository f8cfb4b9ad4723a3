import { testEveryOperation } from '@qianshou/testing/every-operation';
import { probesOf } from './probes.ts';
import { partnersGraph } from './under-test.ts';

testEveryOperation({ tests: import.meta.dirname, open: partnersGraph, probesOf });
