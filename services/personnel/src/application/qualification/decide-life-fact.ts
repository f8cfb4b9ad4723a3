import { type Command, decision } from '@qianshou/kernel';
import type { DegreeId, ServicePeriodId } from '../../domain/ids.ts';
import type { DegreeFacts } from '../../domain/worker/exam-eligibility.ts';
import { lifeFactNotFound } from '../../domain/worker/errors.ts';
import type { PeriodFacts } from '../../domain/worker/life-fact.ts';
import { degreeDecisions, periodDecisions } from '../../domain/worker/life-facts.ts';
import { mayCertify, rightOfEntry } from '../../domain/worker/policy.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import {
  correcting,
  type EntryKind,
  type EntryPorts,
  fresh,
  onWorker,
  striking,
  type Told,
  type WorkerTarget,
} from './life-entry.ts';
import { todayOf } from '../reference/today-of.ts';

export interface RecordDegreeInput extends WorkerTarget {
  readonly degree: DegreeFacts;
}

export interface RecordServicePeriodInput extends WorkerTarget {
  readonly period: PeriodFacts;
}

export const recordDegree = (deps: EntryPorts): Command<RecordDegreeInput, SocialWorker> =>
  decision<RecordDegreeInput, SocialWorker, Told, SocialWorker>(deps.unitOfWork, {
    ...onWorker(deps),
    may: mayCertify,
    decide: (worker: SocialWorker, { degree }: RecordDegreeInput, actor) => {
      const entry = { id: deps.newId('deg'), ...degree, ...fresh(deps, worker, actor) };
      return degreeDecisions.record(worker, entry, todayOf(deps));
    },
  });

export const recordServicePeriod = (deps: EntryPorts): Command<RecordServicePeriodInput, SocialWorker> =>
  decision<RecordServicePeriodInput, SocialWorker, Told, SocialWorker>(deps.unitOfWork, {
    ...onWorker(deps),
    may: mayCertify,
    decide: (worker: SocialWorker, { period }: RecordServicePeriodInput, actor) => {
      const entry = { id: deps.newId('svp'), ...period, ...fresh(deps, worker, actor) };
      return periodDecisions.record(worker, entry, todayOf(deps));
    },
  });

const ofLife: Pick<EntryKind<never, never>, 'missing' | 'right'> = {
  missing: lifeFactNotFound,
  right: (worker, { recorded }, asking) => rightOfEntry(worker, recorded, asking),
};
const degrees: EntryKind<DegreeId, DegreeFacts> = { ...degreeDecisions, ...ofLife };
const periods: EntryKind<ServicePeriodId, PeriodFacts> = { ...periodDecisions, ...ofLife };

export const strikeDegree = striking(degrees);
export const strikeServicePeriod = striking(periods);
export const correctDegree = correcting(degrees);
export const correctServicePeriod = correcting(periods);
