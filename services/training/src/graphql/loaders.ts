import type { FiguresReader } from '@qianshou/service-kit/figures';
import { loader } from '@qianshou/service-kit/graphql';
import type { Ports } from '../application/ports.ts';

type Sources = Pick<Ports, 'certificates' | 'classes' | 'enrolments' | 'programmes'> & {
  readonly figures: FiguresReader;
};

export type Loaders = ReturnType<typeof trainingLoaders>;

/** Made anew for each request, so that nobody is answered from what somebody else was allowed to see. */
export function trainingLoaders(sources: Sources) {
  return {
    certificate: loader(sources.certificates.findMany),
    enrolment: loader(sources.enrolments.findMany),
    figures: loader(sources.figures.readMany),
    preJobOfPosting: loader(sources.enrolments.latestPreJobOf),
    programme: loader(sources.programmes.findMany),
    tally: loader(sources.enrolments.talliesOf),
    trainingClass: loader(sources.classes.findMany),
  };
}
