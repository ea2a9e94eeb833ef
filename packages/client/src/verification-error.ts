/** The step at which a verification failed: presence and form of the headers, clock, signature, or signed body. */
export type VerificationStep = 'headers' | 'timestamp' | 'signature' | 'body';

/** The request is not a webhook of yours, or it was changed in transit. Answer it with 400. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError';
  readonly step: VerificationStep;

  constructor(step: VerificationStep, message: string) {
    super(message);
    this.step = step;
  }
}
