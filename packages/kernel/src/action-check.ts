import { defineError } from './errors.ts';

/** An action is not offered, and the decision itself names no reason that is not about the rest of its input. */
export const actionNotPossibleNow = defineError({
  kind: 'CONFLICT',
  code: 'ACTION_NOT_POSSIBLE_NOW',
  en: 'This cannot be done with the object as it is now. `allowedActions` says what can; ask again when the object has changed.',
  zh: '对象处于当前状态时不能执行该操作。可执行的操作见 allowedActions；对象变更后请再次查询。',
});
