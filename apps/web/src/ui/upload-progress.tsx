'use client';

import { CircleAlert, CircleCheck, FileText, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';

type UploadState = 'uploading' | 'done' | 'failed';

type UploadProgressProps = {
  readonly name: string;
  readonly state: UploadState;
  /** The progress of a running upload, 0 to 100. */
  readonly percent?: number;
  /** The URL of a preview, usually a `blob:` URL. */
  readonly preview?: string | undefined;
  /** The error, or how to improve the file: "It’s blurred: hold still, avoid glare". */
  readonly problem?: string | undefined;
  readonly onCancel?: () => void;
  readonly onRetry?: () => void;
  readonly onReplace?: () => void;
  /** Discards this file where there was another before. */
  readonly onKeep?: () => void;
};

const STATES = {
  uploading: { icon: FileText, style: 'text-muted' },
  done: { icon: CircleCheck, style: 'text-on-success' },
  failed: { icon: CircleAlert, style: 'text-danger' },
} as const satisfies Record<UploadState, { icon: LucideIcon; style: string }>;

/** One file: its name, its progress, and its actions. */
export function UploadProgress({ name, state, percent = 0, preview, problem, ...on }: UploadProgressProps) {
  const t = useTranslations('ui.upload');
  const { icon: Icon, style } = STATES[state];
  return (
    <div className="flex flex-wrap items-start gap-4 rounded border border-line bg-surface p-3 sm:items-center">
      <span className="flex h-16 w-24 shrink-0 items-center justify-center overflow-hidden rounded-sm border border-line bg-sunken">
        <Preview key={preview} address={preview} />
      </span>
      <div className="flex min-w-0 grow basis-48 flex-col gap-1">
        <p className="truncate font-semibold">{name}</p>
        <p role="status" className={`flex items-start gap-1.5 text-small ${problem ? 'text-danger' : style}`}>
          <Icon aria-hidden className="mt-[0.2em] size-[1.125em] shrink-0" />
          {problem ?? t(state)}
        </p>
        {state === 'uploading' && <Bar label={t('progress', { name })} percent={percent} />}
      </div>
      <div className="flex flex-wrap gap-2">
        {on.onCancel && <Act press={on.onCancel}>{t('cancel')}</Act>}
        {on.onRetry && <Act press={on.onRetry}>{t('again')}</Act>}
        {on.onReplace && <Act press={on.onReplace}>{t('replace')}</Act>}
        {on.onKeep && <Act press={on.onKeep}>{t('keep')}</Act>}
      </div>
    </div>
  );
}

/** Shows an icon when the file cannot be rendered as a picture, whatever its type says. */
function Preview({ address }: { readonly address: string | undefined }) {
  const [isBroken, setBroken] = useState(false);
  if (!address || isBroken) return <FileText aria-hidden className="size-6 text-muted" />;
  return <img src={address} alt="" className="size-full object-cover" onError={() => setBroken(true)} />;
}

function Act({ press, children }: { readonly press: () => void; readonly children: ReactNode }) {
  return (
    <Button variant="secondary" onClick={press}>
      {children}
    </Button>
  );
}

function Bar({ label, percent }: { readonly label: string; readonly percent: number }) {
  return (
    <progress
      aria-label={label}
      value={percent}
      max={100}
      className="h-2 w-full appearance-none overflow-hidden rounded-full bg-hover [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:bg-primary"
    />
  );
}
