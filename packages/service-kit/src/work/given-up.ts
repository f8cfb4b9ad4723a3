/** Nobody waits for the answer any more: its time is over, or who asked has gone. */
export class GivenUp extends Error {
  constructor() {
    super('the request was given up');
    this.name = 'GivenUp';
  }
}
