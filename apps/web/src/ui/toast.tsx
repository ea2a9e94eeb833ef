'use client';

import { Toast as Base } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { NOTICE, type NoticeKind } from './notice.tsx';
import { TONE_STYLE } from './status-style.ts';

type ToastMessage = { readonly title: string; readonly description?: string; readonly kind?: NoticeKind };

/** Says what has just happened, at the desk only. Use a `Notice` for everything that must be read. */
export function useToast(): (message: ToastMessage) => void {
  const manager = Base.useToastManager();
  return ({ title, description, kind = 'success' }) => void manager.add({ title, description, type: kind });
}

type ToastProviderProps = { readonly label?: string; readonly children: ReactNode };

export function ToastProvider({ label = 'Messages', children }: ToastProviderProps) {
  return (
    <Base.Provider timeout={8000}>
      {children}
      <Base.Portal>
        <Base.Viewport
          aria-label={label}
          data-density="desk"
          className="fixed end-4 bottom-4 z-50 flex w-[min(22rem,calc(100vw-2rem))] flex-col gap-2"
        >
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

/** A toast takes no focus and needs no answer, so it is not a dialog. The list around it announces it. */
const NO_DIALOG = { role: 'group', 'aria-modal': undefined } as const;

function ToastList() {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => {
    const { tone, icon: Icon } = NOTICE[isKind(toast.type) ? toast.type : 'info'];
    return (
      <Base.Root
        key={toast.id}
        toast={toast}
        {...NO_DIALOG}
        className={cx(
          'rounded border text-body transition-opacity data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0',
          TONE_STYLE[tone],
        )}
      >
        <Base.Content className="flex items-start gap-2 p-3">
          <Icon aria-hidden className="mt-0.5 size-icon shrink-0" />
          <div className="flex min-w-0 grow flex-col">
            <Base.Title className="font-semibold" />
            <Base.Description />
          </div>
          <Base.Close
            aria-label="Dismiss"
            // It can always be reached by keyboard, so it is never hidden from keyboard users.
            aria-hidden={false}
            className="-m-1 flex size-tap shrink-0 items-center justify-center rounded-sm"
          >
            <X aria-hidden className="size-icon" />
          </Base.Close>
        </Base.Content>
      </Base.Root>
    );
  });
}

const isKind = (type: string | undefined): type is NoticeKind => type !== undefined && type in NOTICE;
