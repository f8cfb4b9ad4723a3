import type { CalendarDate, PublicText } from '@qianshou/kernel';

export interface DemonstrationApplication {
  readonly selfScore: number;
  readonly statement: PublicText;
  readonly on: CalendarDate;
}

export interface DemonstrationRecommendation {
  readonly opinion: PublicText;
  readonly on: CalendarDate;
}

export interface DemonstrationAssessment {
  readonly score: number;
  readonly opinion: PublicText | null;
  readonly on: CalendarDate;
}

/** Until when anybody may object; the day itself still belongs to the notice. */
export interface PublicNotice {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** Self-evaluation and application, recommendation, evaluation, public notice (自评申报、逐级推荐、评估验收、公示). */
export type DemonstrationProcess = Applied | Recommended | Assessed | OnNotice;

interface Applied {
  readonly step: 'APPLIED';
  readonly application: DemonstrationApplication;
  readonly recommendation: null;
  readonly assessment: null;
  readonly notice: null;
}

interface Recommended extends Omit<Applied, 'step' | 'recommendation'> {
  readonly step: 'RECOMMENDED';
  readonly recommendation: DemonstrationRecommendation;
}

interface Assessed extends Omit<Recommended, 'step' | 'assessment'> {
  readonly step: 'ASSESSED';
  readonly assessment: DemonstrationAssessment;
}

interface OnNotice extends Omit<Assessed, 'step' | 'notice'> {
  readonly step: 'ON_NOTICE';
  readonly notice: PublicNotice;
}

export type DemonstrationStep = DemonstrationProcess['step'];
