'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { api } from '#lib/api.ts';
import { Button } from '#ui/button.tsx';
import { UnavailableButton } from '#ui/unavailable-button.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { ActionButton } from './action-button.tsx';

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
