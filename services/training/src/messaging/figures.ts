import type { FigureDelta, Fold } from '@qianshou/service-kit/figures';

/** What each fact adds to its region and to everything above it. */
export const foldTrainingEvent: Fold<'training'> = (event) => {
  const { regionCode, figures } = contribution(event);
  return regionCode === null ? [] : [{ regionCode, figures }];
};

type Event = Parameters<typeof foldTrainingEvent>[0];

interface Contribution extends Omit<FigureDelta, 'regionCode'> {
  readonly regionCode: FigureDelta['regionCode'] | null;
}

const NOTHING: Contribution = { regionCode: null, figures: {} };

function contribution({ type, data }: Event): Contribution {
  switch (type) {
    case 'qianshou.training.class-opened.v1':
      return { regionCode: data.regionCode, figures: { classesOpened: 1 } };
    case 'qianshou.training.enrolled.v1':
      return { regionCode: data.regionCode, figures: { enrolments: 1, waiting: data.waiting ? 1 : 0 } };
    case 'qianshou.training.seat-granted.v1':
      return { regionCode: data.regionCode, figures: { waiting: -1 } };
    case 'qianshou.training.withdrawn.v1':
    case 'qianshou.training.lapsed.v1':
      return data.previous === 'WAITING'
        ? { regionCode: data.regionCode, figures: { waiting: -1 } }
        : NOTHING;
    case 'qianshou.training.passed.v1':
      return { regionCode: data.regionCode, figures: { passed: 1, hours: data.hours } };
    case 'qianshou.training.certificate-cancelled.v1':
      // Told without its hours by builds of before, which took nothing back.
      return data.hours === undefined
        ? NOTHING
        : { regionCode: data.regionCode, figures: { passed: -1, hours: -data.hours } };
    case 'qianshou.training.failed.v1':
      return {
        regionCode: data.regionCode,
        figures: data.result === 'ABSENT' ? { absent: 1 } : { failed: 1 },
      };
    default:
      return NOTHING;
  }
}
