'use client';

import type { Case } from '@gatehouse/domain';
import { useState } from 'react';
import { api } from '#lib/api.ts';
import { failureMessage, useCall } from '#lib/use-call.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';

type TakeBackProps = { readonly item: Case['requirements'][number]; readonly onDone: () => void };

/** Withdraws one item of a request, after a confirmation: withdrawing the last item moves the case on. */
export function TakeBack({ item, onDone }: TakeBackProps) {
  const [open, setOpen] = useState(false);
  const call = useCall(() => api.desk.decisions.withdrawRequirement.mutate({ requirementId: item.id }));
  const problem = call.failure && failureMessage(call.failure);
  const take = async (): Promise<void> => {
    const ended = await call.run(undefined);
    if (!ended || !('value' in ended)) return;
    setOpen(false);
    onDone();
  };
  return (
    <div className="-ms-control-x">
      <Button variant="quiet" onClick={() => setOpen(true)}>
        Stop asking for this
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Stop asking for this"
        description={item.message}
        footer={
          <>
            <Button pending={call.pending} pendingLabel="Stopping" onClick={() => void take()}>
              Stop asking
            </Button>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </>
        }
      >
        <p>
          The customer no longer sees it. If nothing else is open and nothing is missing, the checks start again at
          once.
        </p>
        {problem && (
          <Notice kind="danger" live="alert" title={problem.what}>
            {problem.next}
          </Notice>
        )}
      </Dialog>
    </div>
  );
}
