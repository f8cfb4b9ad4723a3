import { testEveryOperation } from '@qianshou/testing/every-operation';
import { probesOf } from './probes.ts';
import { trainingGraph } from './under-test.ts';

testEveryOperation({ tests: import.meta.dirname, open: trainingGraph, probesOf });
