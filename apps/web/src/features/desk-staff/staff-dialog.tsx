'use client';

import type { StaffView } from '@gatehouse/domain';
import { ROLES, StaffRole } from '@gatehouse/domain';
import { useState } from 'react';
import { failureMessage, useCall } from '#lib/use-call.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { type Asked, STAFF_ACTIONS, type StaffAction, type StaffActionName } from './staff-actions.ts';

type StaffDialogProps = {
  readonly person: StaffView;
  readonly action: StaffActionName;
  readonly onClose: () => void;
  readonly onDone: (told: string) => void;
};

/** Describes the effects and asks for what is needed before it acts. */
export function StaffDialog({ person, action, onClose, onDone }: StaffDialogProps) {
  const { label, busy, description, done, asks, look, run }: StaffAction = STAFF_ACTIONS[action];
  const [asked, setAsked] = useState<Asked>({ name: person.name, role: person.role });
  const call = useCall(() => run(person.id, asked));
  const failed = call.failure && failureMessage(call.failure);
  const commit = async (): Promise<void> => {
    const ended = await call.run(undefined);
    if (ended && 'value' in ended) onDone(done(person.name));
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`${label}: ${person.name}`}
      footer={
        <>
          <Button variant={look} pending={call.pending} pendingLabel={busy} onClick={() => void commit()}>
            {label}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <p>{description}</p>
      {asks === 'name' && (
        <TextField
          name="staff-name"
          label="Name"
          autoComplete="off"
          maxLength={120}
          value={asked.name}
          onChange={(event) => setAsked({ ...asked, name: event.target.value })}
        />
      )}
      {asks === 'role' && (
        <SelectField
          name="staff-role"
          label="Role"
          value={asked.role}
          options={StaffRole.options.map((role) => ({ value: role, label: ROLES[role].label }))}
          onChange={(event) => setAsked({ ...asked, role: StaffRole.parse(event.target.value) })}
        />
      )}
      {failed && (
        <Notice kind="danger" live="alert" title={failed.what}>
          {failed.next}
        </Notice>
      )}
    </Dialog>
  );
}
