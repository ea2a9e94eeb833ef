/** An error that needs no stack trace: a sentence for the person at the terminal. */
export class Stop extends Error {
  override readonly name = 'Stop';
}
