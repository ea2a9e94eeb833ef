/** Where a verification failed: the headers' presence and form, the clock, the signature itself, or what was signed. */
export type VerificationStep = 'headers' | 'timestamp' | 'signature' | 'body';

/** A request that is not a webhook of yours, or one that was changed on its way. Answer it with 400. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError';
  readonly step: VerificationStep;

  constructor(step: VerificationStep, message: string) {
    super(message);
    this.step = step;
  }
}
