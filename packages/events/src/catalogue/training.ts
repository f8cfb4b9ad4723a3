import { trainingClassEvents } from './training-class.ts';
import { trainingPersonEvents } from './training-person.ts';

export const trainingEvents = [...trainingClassEvents, ...trainingPersonEvents] as const;
