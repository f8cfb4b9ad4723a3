import { type CalendarDate, isCounty, type RegionCode } from '@qianshou/kernel';
import type { WorkerId } from '../../domain/ids.ts';
import { mostAtOnce, overlap, type Period } from '../../domain/posting/overlaps.ts';
import type { LeftPosting, Posting } from '../../domain/posting/posting.ts';
import { candidateFor } from '../../domain/posting/candidate.ts';
import type { RecruitmentFacts } from '../../domain/posting/posting-recruitment.ts';
import { overdueSince } from '../../domain/qualification/certificate-clock.ts';
import { type CertificateFacts, certificateFacts } from '../../domain/qualification/certificate-facts.ts';
import { centrePlace, stationPlace } from '../../domain/reference/replicas.ts';
import { NO_LOCAL_POLICY, type StaffingPolicy, type Workplace } from '../../domain/reference/workplace.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import { periodOf } from '../posting/recruitment-facts.ts';
import type { Ports } from '../ports.ts';
import { todayOf } from '../reference/today-of.ts';
import { type People, peopleOf } from './people.ts';
import type { PostingRow } from './posting-columns.ts';

export interface Facts {
  readonly people: People;
  readonly places: ReadonlyMap<RegionCode, Workplace>;
  /** By county and day. */
  readonly policies: ReadonlyMap<string, StaffingPolicy>;
  /** Everything that was at these places or of these people, and what this file adds. */
  readonly postings: readonly Posting[];
}

/** Of several stations that a unit had, the one that is not closed. */
async function placesOf(
  { stations, centres }: Pick<Ports, 'centres' | 'stations'>,
  codes: readonly RegionCode[],
): Promise<Facts['places']> {
  const there = [
    ...(await stations.listOfTownships(codes.filter((code) => !isCounty(code)))).map(stationPlace),
    ...(await centres.listOfCounties(codes.filter(isCounty))).map(centrePlace),
  ];
  const openLast = there.toSorted((a, b) => Number(b.closed) - Number(a.closed));
  return new Map(openLast.map((place) => [place.townshipCode ?? place.countyCode, place]));
}

const onDay = (countyCode: RegionCode, day: CalendarDate): string => `${countyCode}/${day}`;

export async function postingFacts(ports: Ports, rows: readonly PostingRow[]): Promise<Facts> {
  const today = todayOf(ports);
  const people = await peopleOf(ports, rows);
  const places = await placesOf(ports, [...new Set(rows.map(({ placeCode }) => placeCode))]);
  const counties = [...new Set([...places.values()].map(({ countyCode }) => countyCode))];
  const policies = new Map<string, StaffingPolicy>();
  for (const day of new Set([today, ...rows.map(({ startedOn }) => startedOn)])) {
    const ruling = await ports.policies.inForce(counties, day);
    for (const [at, code] of counties.entries())
      policies.set(onDay(code, day), ruling[at] ?? NO_LOCAL_POLICY);
  }
  const ofPlaces = [...places.values()].flatMap(({ stationId, centreId }) => stationId ?? centreId);
  const postings = await ports.postings.listEver([...people.byId.keys()], ofPlaces);
  return { people, places, policies, postings };
}

function policyOn({ policies }: Facts, countyCode: RegionCode, day: CalendarDate): StaffingPolicy {
  return policies.get(onDay(countyCode, day)) ?? NO_LOCAL_POLICY;
}

export interface PastPost {
  readonly worker: SocialWorker;
  readonly place: Workplace;
  readonly row: PostingRow;
  readonly today: CalendarDate;
}

/** PER-1 to PER-3 and PER-14 on the days of the post, as `recordPastPosting` reads them. */
export function recruitmentThen(facts: Facts, { worker, place, row, today }: PastPost): RecruitmentFacts {
  const window: Period = { from: row.startedOn, to: row.ended?.endedOn ?? null };
  const seats = facts.postings.filter(
    (each) => isAt(each, place) && each.role === row.role && (each.substituteFor ?? null) === null,
  );
  const others = facts.postings.filter((each) => each.workerId === worker.id && each.fullTime);
  return {
    candidate: candidateFor(worker, place.countyCode),
    place,
    policy: policyOn(facts, place.countyCode, today),
    substituted: null,
    occupied: mostAtOnce(seats.map(periodOf), window),
    fullTimePostingId: others.find((each) => overlap(periodOf(each), window))?.id ?? null,
    overdueSince: overdueSince(clockedBefore(facts, worker.id, place.countyCode), today),
  };
}

export function isAt({ stationId, centreId }: Posting, place: Workplace): boolean {
  return stationId === place.stationId && centreId === place.centreId;
}

/** PER-9 */
export function certificateThen(facts: Facts, { worker, place, row }: PastPost): CertificateFacts {
  const { countyCode } = place;
  return certificateFacts(worker, countyCode, row.startedOn, {
    ...policyOn(facts, countyCode, row.startedOn),
    held: clockedBefore(facts, worker.id, countyCode),
  });
}

function clockedBefore(
  { postings }: Facts,
  workerId: WorkerId,
  countyCode: RegionCode,
): readonly LeftPosting[] {
  return postings.filter(
    (each): each is LeftPosting =>
      each.workerId === workerId &&
      each.countyCode === countyCode &&
      each.status === 'LEFT' &&
      each.clock !== null,
  );
}
