import type { Page } from '@qianshou/kernel';
import { ofParent, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { ReadingFilter } from '../../application/people/ports.ts';
import { needsOf } from '../../domain/people/needs.ts';
import { readScope } from '../../domain/policy.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import { registrationStanding } from '../../domain/registration/registration-period.ts';
import { agencyId, type WorkerId, workerId } from '../../domain/ids.ts';
import type {
  MeResolvers,
  PersonalDataReadingFilter,
  PersonalDataReadingResolvers,
  PersonOnPostResolvers,
  QueryResolvers,
} from '../generated/resolvers.ts';
import type { Context } from '../context.ts';
import type { PersonOnPostParent } from '../mappers.ts';
import { examYearOf } from '../worker/social-worker.resolvers.ts';

export const peopleQueries = {
  me: (_root, _args, { actor }) => ({ workerId: (readScope(actor).workerIds[0] ?? null) as WorkerId | null }),
  myPeople: async (_root, args, { useCases, actor }) =>
    toConnection(onPosts(await useCases.listMyPeople(pageOf(args, 'DESC'), actor))),
  personalDataReadings: async (_root, { where, ...args }, { useCases, actor }) =>
    toConnection(await useCases.listPersonalDataReadings(toFilter(where ?? {}), pageOf(args, 'DESC'), actor)),
} satisfies Partial<QueryResolvers>;

function toFilter({ regionCode, workerId: worker }: PersonalDataReadingFilter): ReadingFilter {
  return { within: regionCode?.within ?? null, workerId: optional(worker?.eq, workerId) };
}

function onPosts(page: Page<Posting>): Page<PersonOnPostParent> {
  return { ...page, items: page.items.map(({ node, cursor }) => ({ node: { posting: node }, cursor })) };
}

const ofMe = ({ loaders }: Context, id: WorkerId | null) => (id === null ? null : loaders.worker.load(id));

export const Me: MeResolvers = {
  worker: ({ workerId: id }, _args, context) => ofMe(context, id),
  exams: async ({ workerId: id }, { examYear }, context) => {
    const worker = await ofMe(context, id);
    return worker === null
      ? null
      : context.useCases.listExamEligibility(worker, optional(examYear, examYearOf));
  },
  certificateDeadline: async ({ workerId: id }, _args, { useCases, actor }) => {
    if (id === null) return null;
    const open = { within: null, from: null, to: null, standings: null, roles: null, agencyId: null };
    const asked = { ...open, workerId: id, kinds: ['CERTIFICATE'] as const };
    const { items } = await useCases.listDeadlines(asked, pageOf({ first: 1 }), actor);
    return items[0]?.node ?? null;
  },
  hoursMissing: async ({ workerId: id }, _args, context) => {
    const worker = await ofMe(context, id);
    if (worker === null) return null;
    const credited = (await context.loaders.creditedHours.load(worker.id)) ?? [];
    return registrationStanding(worker, credited, context.useCases.today()).period?.hoursMissing ?? null;
  },
  posts: async ({ workerId: id }, _args, { loaders }) => {
    const posts = id === null ? null : await loaders.presentPosts.load(id);
    return posts === null ? null : posts.map((posting) => ({ posting }));
  },
  readings: async ({ workerId: id }, { where, ...args }, { useCases }) => {
    if (id === null) return null;
    const filter = { ...toFilter(ofParent(where, { workerId: { eq: id } })), workerId: id };
    return toConnection(await useCases.listReadingsOf(filter, pageOf(args, 'DESC')));
  },
};

export const PersonOnPost: PersonOnPostResolvers = {
  posting: ({ posting }) => posting,
  worker: ({ posting }, _args, { loaders }) => loaders.worker.load(posting.workerId),
  // Whoever runs the post knows who holds it.
  name: async ({ posting }, _args, { loaders, useCases }) => {
    const worker = await loaders.worker.load(posting.workerId);
    return worker === null ? null : useCases.nameOnPost(worker);
  },
  needs: async ({ posting }, _args, { loaders, useCases }) => {
    const worker = await loaders.worker.load(posting.workerId);
    if (worker === null) return null;
    const credited = (await loaders.creditedHours.load(worker.id)) ?? [];
    return [...needsOf(posting, worker, { credited, today: useCases.today() })];
  },
};

export const PersonalDataReading: PersonalDataReadingResolvers = {
  worker: ({ workerId: id }, _args, { loaders }) => loaders.worker.load(id),
  field: (reading) => (reading.kind === 'DISCLOSURE' ? reading.field : null),
  purposeKind: (reading) => (reading.kind === 'DISCLOSURE' ? (reading.purposeKind ?? null) : null),
  purpose: (reading) => (reading.kind === 'DISCLOSURE' ? reading.purpose : null),
  role: ({ office }) => office?.role ?? null,
  region: ({ office }) => (office?.region ? { code: office.region } : null),
  agency: ({ office }) => optional(office?.agencyId, (id) => ({ id: agencyId(id) })),
};
