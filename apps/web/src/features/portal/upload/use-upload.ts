'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { api, type Inputs } from '#lib/api.ts';
import { CANCELLED, sendFile, type Transfer } from './send-file.ts';
import type { FileLimits, Slot, Uploaded } from './slot.ts';
import { failureOf, sizeFailure, type UploadFailure } from './upload-failure.ts';

type Begin = Inputs['portal']['beginUpload'];

/** The state of one upload: running or failed. */
export type Sending =
  | { readonly state: 'uploading'; readonly file: File; readonly percent: number }
  | ({ readonly state: 'failed'; readonly file: File } & UploadFailure);

type Options = {
  readonly slot: Slot;
  readonly limits: FileLimits;
  /** The item that the file answers. The file is then held until all items are sent. */
  readonly requirementId?: string | undefined;
  /** The documents that are held already. */
  readonly held?: string | undefined;
  readonly onUploaded: (uploaded: Uploaded) => void;
};

/** Uploads one file: begins, sends the bytes, and then attaches or holds it. */
export function useUpload({ slot, limits, requirementId, held, onUploaded }: Options) {
  const t = useTranslations('portal.documents.failed');
  const router = useRouter();
  const [sending, setSending] = useState<Sending | null>(null);
  const transfer = useRef<Transfer | null>(null);
  useEffect(() => () => transfer.current?.abort(), []);

  async function begin(): Promise<string> {
    const { kind, side } = slot as Pick<Begin, 'kind' | 'side'>;
    return (await api.portal.beginUpload.mutate({ kind, side, ...(requirementId ? { requirementId } : {}) })).id;
  }

  async function take(file: File): Promise<void> {
    const wrongSize = sizeFailure(file, limits, t);
    if (wrongSize) return setSending({ state: 'failed', file, ...wrongSize });
    setSending({ state: 'uploading', file, percent: 0 });
    try {
      // A held document gets the new file. An attached one is replaced by a new document.
      const id = requirementId && held ? held : await begin();
      transfer.current = sendFile(id, file, (percent) => setSending({ state: 'uploading', file, percent }));
      const { warningWords, hasPicture, sameAs } = await transfer.current.done;
      if (!requirementId) await api.portal.completeUpload.mutate({ documentId: id });
      setSending(null);
      const picture = hasPicture ? `/api/files/${id}?as=picture&at=${Date.now()}` : null;
      // A duplicate has its own message.
      const warnings = warningWords.filter((warning) => warning !== sameAs?.message);
      onUploaded({ id, picture, warnings, sameAs });
    } catch (error) {
      if (error === CANCELLED) return setSending(null);
      const failure = failureOf(error, navigator.onLine, t);
      if (failure.code === 'UPDATE_NOT_ALLOWED') router.refresh();
      setSending({ state: 'failed', file, ...failure });
    } finally {
      transfer.current = null;
    }
  }
  useSentOnReturn(sending, take);
  return { sending, take, cancel: () => transfer.current?.abort(), forget: () => setSending(null) };
}

/** A file that failed only because of the connection is sent again when it returns, as the page says. */
function useSentOnReturn(sending: Sending | null, take: (file: File) => Promise<void>): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  const waiting = sending?.state === 'failed' && sending.lost ? sending.file : null;
  useEffect(() => {
    if (!waiting) return;
    const again = (): void => void latest.current(waiting);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [waiting]);
}
