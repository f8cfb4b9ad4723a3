export { COMPLAINT_RESULT } from './complaint.ts';
export { STAYS, SUPPORT_ACTIVITIES } from './dispatch.ts';
export { workBeganOn } from './elsewhere.ts';
export { closeJournal, type Journal, openJournal } from './journal.ts';
export { TARGETS } from './pairing-work.ts';
export { playStory, type PlayOptions } from './play-story.ts';
export { printScorecard, type PrintOptions } from './print-scorecard.ts';
export { serviceDays, SERVICES_OF_A_DAY } from './services.ts';
