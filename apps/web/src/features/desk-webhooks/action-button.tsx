'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { failureMessage, useCall } from '#lib/use-call.ts';
import { Button } from '#ui/button.tsx';
import { useToast } from '#ui/toast.tsx';

/** The delay until the effect of a press is in the database, in milliseconds. */
const EFFECT_DELAY = 1_500;

type ActionButtonProps = {
  readonly action: () => Promise<unknown>;
  /** The message after success. */
  readonly done: string;
  readonly pendingLabel: string;
  readonly variant?: 'primary' | 'secondary';
  readonly children: ReactNode;
};

/** A button that acts on an endpoint, shows a message, and refreshes the page. */
export function ActionButton({ action, done, pendingLabel, variant = 'secondary', children }: ActionButtonProps) {
  const router = useRouter();
  const show = useToast();
  const call = useCall(action);
  const press = async (): Promise<void> => {
    const ended = await call.run(undefined);
    if (!ended) return;
    if ('failure' in ended) {
      const { what, next } = failureMessage(ended.failure);
      return show({ kind: 'danger', title: what, description: next });
    }
    show({ title: done });
    router.refresh();
    setTimeout(() => router.refresh(), EFFECT_DELAY);
  };
  return (
    <Button variant={variant} pending={call.pending} pendingLabel={pendingLabel} onClick={() => void press()}>
      {children}
    </Button>
  );
}
