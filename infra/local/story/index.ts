export { playStory, type PlayOptions } from './play-story.ts';
export { printScorecard, type PrintOptions } from './print-scorecard.ts';
