interface Activity {
  readonly taskGroup: string;
  readonly kind: string;
  readonly hours: number;
  readonly participants: number;
  readonly documentsIssued: number;
}

/** What the side that is helped has confirmed, or contested, stands beside what was told. */
export function verdictFigures(
  verdict: string | null | undefined,
  counts: Readonly<Record<string, number>>,
  times: 1 | -1,
): Readonly<Record<string, number>> {
  if (verdict === null || verdict === undefined) return {};
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [`${verdict}:${name}`, times * count]),
  );
}

/** Of an activity that was judged; of a stay, its working days. */
export function judgedActivity({ hours }: Pick<Activity, 'hours'>): Readonly<Record<string, number>> {
  return { activities: 1, halfHours: hours * 2 };
}

/** Once for an activity that was logged, taken back for one that was struck out. */
export function activityFigures(
  { taskGroup, kind, hours, participants, documentsIssued }: Activity,
  times: 1 | -1,
): Readonly<Record<string, number>> {
  // Hours are kept in halves, so that they add up without error.
  const [halfHours, people] = [times * hours * 2, times * participants];
  return {
    activities: times,
    halfHours,
    participants: people,
    documentsIssued: times * documentsIssued,
    peopleTrained: kind === 'THEMATIC_TRAINING' ? people : 0,
    [`kind:${kind}`]: times,
    [`halfHours:kind:${kind}`]: halfHours,
    [`participants:kind:${kind}`]: people,
    [`activities:${taskGroup}`]: times,
    [`halfHours:${taskGroup}`]: halfHours,
    [`participants:${taskGroup}`]: people,
  };
}
