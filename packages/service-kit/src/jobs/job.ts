/** Something that one process of a service does every so often. Must bear being run again after a crash. */
export interface Job {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: () => Promise<void>;
}
