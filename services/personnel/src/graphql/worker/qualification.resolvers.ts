import { type Actor, grounds, line, maskedNumber, publicText } from '@qianshou/kernel';
import { actionsOnQualification } from '../../domain/qualification/actions.ts';
import {
  type CorrectedCertificate,
  qualificationOf,
} from '../../domain/qualification/qualification-decisions.ts';
import { qualificationWarnings } from '../../domain/qualification/warnings.ts';
import { qualificationId, workerId } from '../../domain/ids.ts';
import { seesPersonalData, visibleWorker } from '../../domain/worker/policy.ts';
import type { Qualification as Qualified } from '../../domain/worker/qualification.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type {
  CorrectQualificationInput,
  MutationResolvers,
  QualificationCorrectionResolvers,
  QualificationResolvers,
} from '../generated/resolvers.ts';
import { said, struckFields } from '../named.ts';
import type { ShownQualification } from '../mappers.ts';

interface Target {
  readonly qualificationId: string;
  readonly expectedVersion?: number | null | undefined;
}

function target(input: Target) {
  return {
    qualificationId: qualificationId(input.qualificationId),
    expectedVersion: input.expectedVersion ?? null,
  };
}

const withReason = (input: Target & { readonly reason: string }) => ({
  ...target(input),
  reason: publicText(input.reason, 'reason', 500),
});

/** The worker as the decision left them, and of their certificates the one that it was about. */
function decided(worker: SocialWorker, input: Target, actor: Actor) {
  const qualification = qualificationOf(worker, qualificationId(input.qualificationId));
  return { worker, qualification: shownQualification(qualification, worker, actor) };
}

const number = (raw: string) => line(raw, 'certificateNo', 50);

/** null says that there is no area; of everything else, as of what is left out, that it stays. */
function corrected({ certificateNo, ...input }: CorrectQualificationInput): CorrectedCertificate {
  const { level, obtainedOn, passLine, validWithin, byExam } = input;
  return {
    ...said<CorrectedCertificate>({ level, obtainedOn, passLine, byExam }),
    ...(validWithin === undefined ? {} : { validWithin }),
    ...(typeof certificateNo === 'string' ? { certificateNo: number(certificateNo) } : {}),
  };
}

export const qualificationMutations = {
  recordQualification: async (_root, { input }, { useCases, actor }) => {
    const worker = await useCases.recordQualification(
      {
        workerId: workerId(input.workerId),
        expectedVersion: input.expectedVersion ?? null,
        level: input.level,
        certificateNo: number(input.certificateNo),
        obtainedOn: input.obtainedOn,
        passLine: input.passLine,
        validWithin: input.validWithin ?? null,
        byExam: input.byExam,
      },
      actor,
    );
    return { worker, qualification: shownQualification(latest(worker.qualifications), worker, actor) };
  },
  verifyQualification: async (_root, { input }, { useCases, actor }) =>
    decided(await useCases.verifyQualification(target(input), actor), input, actor),
  rejectQualification: async (_root, { input }, { useCases, actor }) =>
    decided(await useCases.rejectQualification(withReason(input), actor), input, actor),
  revokeQualification: async (_root, { input }, { useCases, actor }) =>
    decided(await useCases.revokeQualification(withReason(input), actor), input, actor),
  strikeQualification: async (_root, { input }, { useCases, actor }) =>
    decided(await useCases.strikeQualification({ ...target(input), ...grounds(input) }, actor), input, actor),
  correctQualification: async (_root, { input }, { useCases, actor }) => {
    const correction = { ...target(input), ...grounds(input), corrected: corrected(input) };
    return decided(await useCases.correctQualification(correction, actor), input, actor);
  },
} satisfies Partial<MutationResolvers>;

export const Qualification: QualificationResolvers = {
  __resolveReference: async ({ id }, { loaders, actor }) => {
    const holder = visibleWorker(actor, await loaders.holderOf.load(qualificationId(id)));
    const found = holder?.qualifications.find((each) => each.id === id);
    return holder && found ? shownQualification(found, holder, actor) : null;
  },
  validWithin: ({ validWithin }) => (validWithin === null ? null : { code: validWithin }),
  decidedOn: ({ verdict }) => verdict?.on ?? null,
  decisionReason: ({ verdict }) => verdict?.reason ?? null,
  ...struckFields,
  corrections: ({ corrections }) => [...corrections],
  warnings: (qualification) => [...qualificationWarnings(qualification)],
  allowedActions: (qualification, _args, { actor, useCases }) => [
    ...actionsOnQualification(actor, qualification.holder, qualification, useCases.today()),
  ],
};

export const QualificationCorrection: QualificationCorrectionResolvers = {
  validWithin: ({ validWithin }) => (validWithin === null ? null : { code: validWithin }),
};

/** PER-16: the number of a certificate finds a person as their own number does. */
export function shownQualification(
  qualification: Qualified,
  holder: SocialWorker,
  actor: Actor,
): ShownQualification {
  if (seesPersonalData(actor, holder)) return { ...qualification, holder };
  const masked = <Numbered extends { readonly certificateNo: string }>(each: Numbered): Numbered => ({
    ...each,
    certificateNo: maskedNumber(each.certificateNo),
  });
  return { ...masked(qualification), corrections: qualification.corrections.map(masked), holder };
}

function latest<Item>(items: readonly Item[]): Item {
  const last = items.at(-1);
  if (last === undefined) throw new Error('a qualification that was just saved is missing from its worker');
  return last;
}
