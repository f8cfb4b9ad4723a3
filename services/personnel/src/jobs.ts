import type { Job } from '@qianshou/service-kit/jobs';
import type { Logger } from '@qianshou/service-kit/logging';
import type { UseCases } from './application/use-cases.ts';
import type { PersonnelSettings } from './config.ts';

/** What this service does by itself: each bears being run again. */
export function personnelJobs(
  useCases: UseCases,
  { DEADLINE_SWEEP_SECONDS: everySeconds }: PersonnelSettings,
  logger: Logger,
): readonly Job[] {
  return [
    {
      name: 'sweep-certificate-deadlines',
      everySeconds,
      run: async () => {
        logger.debug(await useCases.sweepCertificateDeadlines(), 'certificate deadlines are up to date');
      },
    },
    {
      name: 'sweep-person-clocks',
      everySeconds,
      run: async () => {
        const persons = await useCases.sweepPersonClocks();
        logger.debug({ persons }, 'registrations and hours are up to date');
      },
    },
    {
      name: 'erase-applicants',
      everySeconds,
      run: async () => {
        logger.debug(await useCases.eraseApplicants(), 'applicants who were not taken are erased');
      },
    },
    {
      name: 'end-due-posts',
      everySeconds,
      run: async () => {
        logger.debug(await useCases.endDuePosts(), 'postings whose last day is over have ended');
      },
    },
  ];
}
