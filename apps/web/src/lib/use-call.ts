'use client';

import { useRef, useState } from 'react';
import { type ApiRefusal, refusalOf } from './api.ts';

/** Why a call came to nothing: what the server refused, or null when no answer came at all. */
export type Failure = { readonly refusal: ApiRefusal | null };

/** What a person is told about a failure: what happened, and what to do. */
export function failureWords({ refusal }: Failure): { what: string; next: string; reference?: string } {
  if (!refusal)
    return {
      what: 'We could not reach the server.',
      next: 'What you typed is still here. Check the connection and try again.',
    };
  return { what: refusal.message, next: refusal.hint, reference: refusal.requestId };
}

/** How a call ended. Null means that it was not made, because the one before is still running. */
export type Ended<Output> = { readonly value: Output } | { readonly failure: Failure } | null;

/**
 * A call that somebody starts by pressing something. A second press while it runs does nothing, and a failure stays until
 * the next try, so that nobody has to hurry to read it.
 */
export function useCall<Input, Output>(call: (input: Input) => Promise<Output>) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef(false);
  const run = async (input: Input): Promise<Ended<Output>> => {
    if (running.current) return null;
    running.current = true;
    setPending(true);
    setFailure(null);
    try {
      return { value: await call(input) };
    } catch (error) {
      const found = { refusal: refusalOf(error) };
      setFailure(found);
      return { failure: found };
    } finally {
      running.current = false;
      setPending(false);
    }
  };
  return { run, pending, failure, forget: () => setFailure(null) };
}
