'use client';

import type { StaffView } from '@gatehouse/domain';
import { ROLES } from '@gatehouse/domain';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { Table, Td, Th } from '#ui/table.tsx';
import { useToast } from '#ui/toast.tsx';
import { STAFF_ACTION_NAMES, STAFF_ACTIONS, type StaffActionName } from './staff-actions.ts';
import { StaffDialog } from './staff-dialog.tsx';

type StaffListProps = {
  readonly people: readonly StaffView[];
  /** The viewer's own id. */
  readonly me: string;
  readonly now: string;
};

/**
 * Keeps the menu at the edge while the rest scrolls, so that a phone shows it without scrolling. An open menu is above
 * the others.
 */
const AT_HAND = 'sticky end-0 bg-surface in-[tr:hover]:bg-hover has-aria-expanded:z-10';

/** All accounts with their actions. Each action opens a dialog that describes its effects. */
export function StaffList({ people, me, now }: StaffListProps) {
  const [chosen, setChosen] = useState<{ person: StaffView; action: StaffActionName } | null>(null);
  const router = useRouter();
  const show = useToast();
  return (
    <>
      <Table
        caption="Staff"
        head={
          <>
            {['Name', 'Role', 'Second factor', 'Last sign-in', 'Access'].map((word) => (
              <Th key={word}>{word}</Th>
            ))}
            <Th className="sticky end-0 bg-sunken">
              <span className="sr-only">What to do</span>
            </Th>
          </>
        }
      >
        {people.map((person) => (
          <tr key={person.id}>
            <Td className="w-full min-w-44">
              <span className="flex flex-col whitespace-normal">
                <span className="font-semibold">
                  {person.name}
                  {person.id === me && <span className="font-normal text-muted"> (you)</span>}
                </span>
                <span className="break-all text-muted text-small">{person.email}</span>
              </span>
            </Td>
            <Td>{ROLES[person.role].label}</Td>
            <Td>{person.secondFactor ? 'Set up' : <span className="text-muted">Not set up</span>}</Td>
            <Td>
              {person.lastSignInAt ? (
                <RelativeTime value={person.lastSignInAt} now={now} />
              ) : (
                <span className="text-muted">Never</span>
              )}
            </Td>
            <Td>{person.disabledAt ? <Badge tone="refused">Disabled</Badge> : 'Enabled'}</Td>
            <Td className={AT_HAND}>
              <Menu
                align="end"
                trigger={
                  <Button variant="secondary" aria-label={`Change ${person.name}`}>
                    Change
                  </Button>
                }
              >
                {STAFF_ACTION_NAMES.filter((name) => STAFF_ACTIONS[name].isOffered(person, person.id === me)).map(
                  (name) => (
                    <MenuItem key={name} onSelect={() => setChosen({ person, action: name })}>
                      {STAFF_ACTIONS[name].label}
                    </MenuItem>
                  ),
                )}
              </Menu>
            </Td>
          </tr>
        ))}
      </Table>
      {chosen && (
        <StaffDialog
          {...chosen}
          onClose={() => setChosen(null)}
          onDone={(title) => {
            setChosen(null);
            show({ kind: 'success', title });
            router.refresh();
          }}
        />
      )}
    </>
  );
}
