import type { SubgraphContext } from '@qianshou/service-kit/graphql';
import type { UseCases } from '../application/use-cases.ts';
import type { Loaders } from './loaders.ts';

export type Context = SubgraphContext<UseCases, Loaders>;
