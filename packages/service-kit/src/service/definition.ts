import type { ServiceName } from '@qianshou/events';
import type { Actor, Clock, NewId, RegionCode, UnitOfWork } from '@qianshou/kernel';
import type { ServiceConfig } from '../config/fragments.ts';
import type { CopiesOfOthers } from '../copies/declaration.ts';
import type { FiguresReader } from '../figures/figures-reader.ts';
import type { Fold } from '../figures/fold.ts';
import type { ActionOperations } from '../graphql/action-operations.ts';
import type { Door } from '../graphql/doors.ts';
import type { SubgraphResolvers } from '../graphql/subgraph-schema.ts';
import type { Subscriptions } from '../inbox/subscriptions.ts';
import type { ImportDesk } from '../imports/import-desk.ts';
import type { Job } from '../jobs/jobs.ts';
import type { Logger } from '../logging/logger.ts';
import type { Mending } from '../mending/mending.ts';
import type { Connection } from '../mongo/connection.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Companion, CompanionParts } from './companion.ts';

/** What the kit hands to a service to fill its ports with. */
export interface ServiceKit<Config = ServiceConfig> {
  readonly config: Config;
  readonly connection: Connection;
  readonly outbox: Outbox;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly figures: FiguresReader;
  readonly logger: Logger;
}

/** A service with its ports filled in. */
export interface WiredService<UseCases, Loaders> {
  readonly useCases: UseCases;
  /** Made anew for each request. */
  readonly loaders: () => Loaders;
  /** Told of whoever asks the graph, before it is looked at whether they may. */
  readonly noteCaller?: (actor: Actor) => void;
  readonly subscriptions: Subscriptions;
  readonly jobs?: readonly Job[];
  /** What listens or sends in a way of its own. */
  readonly companions?: (parts: CompanionParts) => Promise<readonly Companion[]>;
  /** Paths beside the graph. */
  readonly doors?: readonly Door[];
  /** For services that take in files of rows. */
  readonly imports?: ImportDesk;
  /** Decisions that rest on copies of a county's, made again after those were put right. */
  readonly judgeAnew?: (countyCode: RegionCode) => Promise<void>;
  /** What earlier builds left behind, beside public texts, and how it is put right. */
  readonly mendings?: readonly Mending[];
  /** Seeds and imports, after the indexes are there and before the first request; safe to run at every start. */
  readonly prepare?: () => Promise<void>;
}

/** All that tells one service from another. */
export interface ServiceDefinition<Name extends ServiceName, UseCases, Loaders, Config = ServiceConfig> {
  readonly name: Name;
  /** Where the service's SDL lies. */
  readonly folder: string;
  readonly resolvers: SubgraphResolvers;
  /** What the actions of its objects are done with, for `actionCheck`. */
  readonly actions?: ActionOperations;
  /** Its audit log has every refused mutation, also what was badly written. */
  readonly tellsBadInput?: boolean;
  /** The service's own events -> what they add to the figures of regions. */
  readonly fold: Fold<Name>;
  /** Mutations that are decided in groups (`unitOfWork.grouped`); their resolvers return what the use case made. */
  readonly grouped?: readonly string[];
  /** Names of fields that hold public text, wherever they lie in its objects. */
  readonly publicTexts: readonly string[];
  /** Those of them that are what somebody or something is called. */
  readonly names: readonly string[];
  /** What it keeps of others' facts. */
  readonly copies: CopiesOfOthers;
  readonly wire: (kit: ServiceKit<Config>) => WiredService<UseCases, Loaders>;
}
