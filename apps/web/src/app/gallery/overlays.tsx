'use client';

import { Info, LogOut, MoreHorizontal, Settings } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Menu, MenuItem, MenuLink, MenuSeparator } from '#ui/menu.tsx';
import { Popover } from '#ui/popover.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Textarea } from '#ui/textarea.tsx';
import { ToastProvider, useToast } from '#ui/toast.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { Part, Row, type Specimen } from './specimen.tsx';

export function Overlays({ scope }: Specimen) {
  return (
    <Part title="Dialogs and menus" scope={scope}>
      <ToastProvider label={`Messages, ${scope}`}>
        <Row>
          <DialogSpecimen scope={scope} />
          <Menu
            trigger={
              <Button variant="secondary" aria-label="More">
                <MoreHorizontal aria-hidden />
              </Button>
            }
          >
            <MenuLink href="#">
              <Settings aria-hidden />
              Settings
            </MenuLink>
            <MenuSeparator />
            <MenuItem onSelect={() => {}}>
              <LogOut aria-hidden />
              Sign out
            </MenuItem>
          </Menu>
          <Popover trigger={<Button variant="secondary">Why flagged?</Button>} title="Name differs">
            The document says “Zoe Maria”, the profile says “Zoë María”.
          </Popover>
          <Tooltip
            trigger={
              <Button variant="quiet" aria-label="About the policy">
                <Info aria-hidden />
              </Button>
            }
            text="Policy of 3 October, version 4"
          />
          <ToastSpecimen />
        </Row>
      </ToastProvider>
    </Part>
  );
}

function DialogSpecimen({ scope }: Pick<Specimen, 'scope'>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        Reject…
      </Button>
      <Dialog
        density={scope}
        open={open}
        onOpenChange={setOpen}
        title="Reject Zoë María O’Connor"
        description="Locks the data, sends customer.status_changed, emails the customer."
        footer={
          <>
            <Button variant="danger" onClick={() => setOpen(false)}>
              Reject
            </Button>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </>
        }
      >
        <SelectField
          name={`${scope}-reason`}
          label="Reason"
          placeholder="Choose a reason"
          options={[{ value: 'DOCUMENTS_UNVERIFIABLE', label: 'Documents could not be verified' }]}
        />
        <Textarea name={`${scope}-note`} label="Note for colleagues" rows={3} />
      </Dialog>
    </>
  );
}

function ToastSpecimen() {
  const show = useToast();
  return (
    <Button
      variant="secondary"
      onClick={() => show({ title: 'Assigned to you', description: 'Zoë María O’Connor, under review' })}
    >
      Assign to me
    </Button>
  );
}
