'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { failureWords, useCall } from '#lib/use-call.ts';
import { Button } from '#ui/button.tsx';
import { useToast } from '#ui/toast.tsx';

/** The delay until the effect of a press is in the database, in milliseconds. */
const COMES_OF_IT = 1_500;

type ActButtonProps = {
  readonly act: () => Promise<unknown>;
  /** The message after success. */
  readonly done: string;
  readonly pendingLabel: string;
  readonly variant?: 'primary' | 'secondary';
  readonly children: ReactNode;
};

/** A button that acts on an endpoint, shows a message, and refreshes the page. */
export function ActButton({ act, done, pendingLabel, variant = 'secondary', children }: ActButtonProps) {
  const router = useRouter();
  const show = useToast();
  const call = useCall(act);
  const press = async (): Promise<void> => {
    const ended = await call.run(undefined);
    if (!ended) return;
    if ('failure' in ended) {
      const { what, next } = failureWords(ended.failure);
      return show({ kind: 'danger', title: what, description: next });
    }
    show({ title: done });
    router.refresh();
    setTimeout(() => router.refresh(), COMES_OF_IT);
  };
  return (
    <Button variant={variant} pending={call.pending} pendingLabel={pendingLabel} onClick={() => void press()}>
      {children}
    </Button>
  );
}
