'use client';

import { LogOut } from 'lucide-react';
import { MenuItem } from '#ui/menu.tsx';
import { useToast } from '#ui/toast.tsx';
import { signOut } from './auth-calls.ts';

/** Ends the session on the server, then leaves the page. */
export function SignOutItem() {
  const show = useToast();
  const leave = async (): Promise<void> => {
    const answer = await signOut();
    if (answer.ok) window.location.assign('/desk/sign-in');
    else show({ kind: 'danger', title: 'You are still signed in', description: answer.message });
  };
  return (
    <MenuItem onSelect={() => void leave()}>
      <LogOut aria-hidden />
      Sign out
    </MenuItem>
  );
}
