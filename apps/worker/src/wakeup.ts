/** Wakes a sleeping loop. A wakeup that arrives while the loop is not waiting is kept for its next wait. */
export class Wakeup {
  #pending = false;
  #wake: (() => void) | null = null;

  wake(): void {
    this.#pending = true;
    this.#wake?.();
  }

  /** Returns at the next wakeup, or after so many milliseconds. */
  async wait(atMost: number): Promise<void> {
    if (!this.#pending) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, atMost);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#wake = null;
    this.#pending = false;
  }
}
