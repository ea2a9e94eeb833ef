'use client';

import type { ErrorCode } from '@gatehouse/domain';
import { useRef, useState } from 'react';
import { type ApiRefusal, refusalOf } from './api.ts';

const LOOK_AGAIN = 'Reload the page to see how it stands now.';

/** Why a call failed: the server's refusal, or null when there was no answer. */
export type Failure = { readonly refusal: ApiRefusal | null };

/** What a person can do about a refusal, because the refusal's own hint is for developers. */
const NEXT: Readonly<Record<ErrorCode, string>> = {
  INVALID_INPUT: 'Correct it and try again.',
  UNAUTHENTICATED: 'What you typed is still here. Sign in in a new tab, then try again here.',
  SECOND_FACTOR_REQUIRED: 'Set it up in a new tab, then try again here.',
  NOT_PERMITTED: 'Ask a colleague who may.',
  METHOD_NOT_ALLOWED: LOOK_AGAIN,
  NOT_FOUND: 'It may have been taken away. Reload the page to see.',
  UPDATE_NOT_ALLOWED: LOOK_AGAIN,
  TRANSITION_NOT_ALLOWED: LOOK_AGAIN,
  VERSION_CONFLICT: LOOK_AGAIN,
  ALREADY_DECIDED: LOOK_AGAIN,
  HELD_BY_COLLEAGUE: 'Take it over if you have agreed on it.',
  EMAIL_TAKEN: 'Use another address.',
  EXTERNAL_ID_TAKEN: 'Use another id.',
  IDEMPOTENCY_MISMATCH: LOOK_AGAIN,
  IDEMPOTENCY_IN_PROGRESS: 'Wait a moment and try again.',
  ENDPOINT_DISABLED: 'Enable the endpoint, then send again.',
  SAME_PERSON: 'Ask a colleague to confirm it.',
  GONE: 'Ask for a new link.',
  TOO_LARGE: 'Use less, and try again.',
  UNSUPPORTED_FILE: 'Use a JPEG, a PNG or a PDF.',
  TOO_MANY_REQUESTS: 'Wait a little and try again.',
  INTERNAL: 'What you typed is still here. Try again; name the reference if it happens again.',
  UNAVAILABLE: 'Wait a few seconds and try again.',
};

/** The text about a failure: what happened, and what to do. */
export function failureMessage({ refusal }: Failure): { what: string; next: string; reference?: string } {
  if (!refusal)
    return {
      what: 'We could not reach the server.',
      next: 'What you typed is still here. Check the connection and try again.',
    };
  const what = refusal.code === 'UNAUTHENTICATED' ? 'You are signed out.' : refusal.message;
  return { what, next: NEXT[refusal.code as ErrorCode] ?? LOOK_AGAIN, reference: refusal.requestId };
}

/** The result of a call. Null means that it was not made, because the previous one is still running. */
export type Ended<Output> = { readonly value: Output } | { readonly failure: Failure } | null;

/**
 * A call that a button starts. A second press while it runs does nothing. A failure stays until the next attempt, so
 * that there is time to read it.
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
