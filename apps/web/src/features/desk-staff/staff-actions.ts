import type { StaffView } from '@gatehouse/domain';
import { api } from '#lib/api.ts';
import type { ButtonVariant } from '#ui/button-style.ts';

/** The input that the dialog requires. */
export type Asked = { readonly name: string; readonly role: StaffView['role'] };

export type StaffAction = {
  /** The label in the menu and on the button. */
  readonly label: string;
  readonly busy: string;
  /** The description of the effects. */
  readonly description: string;
  /** The message after success. */
  readonly done: (name: string) => string;
  readonly asks?: keyof Asked;
  readonly look: ButtonVariant;
  readonly isOffered: (person: StaffView, isMe: boolean) => boolean;
  readonly run: (staffId: string, asked: Asked) => Promise<unknown>;
};

/** All actions of an admin on an account. Admins cannot remove their own role, access or second factor. */
export const STAFF_ACTIONS = {
  rename: {
    label: 'Rename',
    busy: 'Renaming',
    description: 'The new name stands wherever the desk names this person, also beside what they did before.',
    done: (name) => `${name} has a new name`,
    asks: 'name',
    look: 'primary',
    isOffered: () => true,
    run: (staffId, { name }) => api.desk.staff.rename.mutate({ staffId, name }),
  },
  setRole: {
    label: 'Change role',
    busy: 'Changing',
    description: 'The new role counts from their next press of a button on.',
    done: (name) => `${name} has a new role`,
    asks: 'role',
    look: 'primary',
    isOffered: (_, isMe) => !isMe,
    run: (staffId, { role }) => api.desk.staff.setRole.mutate({ staffId, role }),
  },
  endSessions: {
    label: 'Sign out everywhere',
    busy: 'Signing out',
    description: 'Every browser in which they are signed in is signed out at once. They can sign in again.',
    done: (name) => `${name} is signed out everywhere`,
    look: 'primary',
    isOffered: ({ sessions }) => sessions > 0,
    run: (staffId) => api.desk.staff.endSessions.mutate({ staffId }),
  },
  resetFactor: {
    label: 'Reset second factor',
    busy: 'Resetting',
    description:
      'Their authenticator app and backup codes no longer work, and they are signed out everywhere. At their next sign-in they set up a new one with their password alone, so make sure that it is really them who asks.',
    done: (name) => `${name} sets up a new second factor at the next sign-in`,
    look: 'danger',
    isOffered: ({ secondFactor }, isMe) => secondFactor && !isMe,
    run: (staffId) => api.desk.staff.resetFactor.mutate({ staffId }),
  },
  disable: {
    label: 'Disable',
    busy: 'Disabling',
    description: 'They are signed out everywhere at once and cannot sign in. What they did stays theirs.',
    done: (name) => `${name} is disabled`,
    look: 'danger',
    isOffered: ({ disabledAt }, isMe) => disabledAt === null && !isMe,
    run: (staffId) => api.desk.staff.disable.mutate({ staffId }),
  },
  enable: {
    label: 'Enable',
    busy: 'Enabling',
    description: 'They can sign in again, with the password and the second factor that they had.',
    done: (name) => `${name} can sign in again`,
    look: 'primary',
    isOffered: ({ disabledAt }) => disabledAt !== null,
    run: (staffId) => api.desk.staff.enable.mutate({ staffId }),
  },
} as const satisfies Record<string, StaffAction>;

export type StaffActionName = keyof typeof STAFF_ACTIONS;
export const STAFF_ACTION_NAMES = Object.keys(STAFF_ACTIONS) as StaffActionName[];
