'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { useTransition } from 'react';
import { api } from '#lib/api.ts';
import { failureMessage, useCall } from '#lib/use-call.ts';
import { Button } from '#ui/button.tsx';
import { useToast } from '#ui/toast.tsx';
import { UnavailableButton } from '#ui/unavailable-button.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';

export const EnableEndpoint = ({ endpointId }: { readonly endpointId: string }) => (
  <ActionButton
    variant="primary"
    action={() => api.desk.webhooks.enable.mutate({ endpointId })}
    done="The endpoint is enabled"
    pendingLabel="Enabling"
  >
    Enable
  </ActionButton>
);

type SendAgainProps = {
  readonly endpointId: string;
  readonly deliveryId: string;
  readonly enabled: boolean;
};

/** Ended deliveries start a new schedule; a waiting one is tried at once. */
export function SendAgain({ endpointId, deliveryId, enabled }: SendAgainProps) {
  if (!enabled) return <UnavailableButton why="Enable the endpoint first.">Send again</UnavailableButton>;
  return (
    <ActionButton
      action={() => api.desk.webhooks.resend.mutate({ endpointId, deliveryId })}
      done="The delivery is sent again"
      pendingLabel="Sending"
    >
      Send again<VisuallyHidden> {deliveryId}</VisuallyHidden>
    </ActionButton>
  );
}

/** Reads the page again, because it does not update itself. */
export function RefreshButton() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  return (
    <Button
      variant="secondary"
      pending={pending}
      pendingLabel="Refreshing"
      onClick={() => startTransition(() => router.refresh())}
    >
      Refresh
    </Button>
  );
}

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
function ActionButton({ action, done, pendingLabel, variant = 'secondary', children }: ActionButtonProps) {
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
