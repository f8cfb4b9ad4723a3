import type { SubgraphContext } from '@qianshou/service-kit/graphql';
import type { UseCases } from '../application/use-cases.ts';

export type Context = SubgraphContext<UseCases, object>;
