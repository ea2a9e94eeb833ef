/** Wakes a loop that sleeps. A ring while nobody listens is kept, so that none falls between two looks at the work. */
export class Wakeup {
  #rung = false;
  #wake: (() => void) | null = null;

  wake(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Returns at the next ring, or after so many milliseconds. */
  async wait(atMost: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, atMost);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#wake = null;
    this.#rung = false;
  }
}
