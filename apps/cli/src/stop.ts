/** A reason to stop that needs no stack: a sentence for the person at the terminal. */
export class Stop extends Error {
  override readonly name = 'Stop';
}
