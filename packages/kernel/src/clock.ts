/** The port through which use cases learn the time; tests inject a fixed one. */
export interface Clock {
  readonly now: () => Date;
}
