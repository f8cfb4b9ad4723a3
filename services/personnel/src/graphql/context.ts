import type { SubgraphContext } from '@qianshou/service-kit/graphql';
import type { ImportUseCases } from '@qianshou/service-kit/imports';
import type { UseCases } from '../application/use-cases.ts';
import type { Loaders } from './loaders.ts';

export type Context = SubgraphContext<UseCases & ImportUseCases, Loaders>;
