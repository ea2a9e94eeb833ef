'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { api, type Inputs, refusalOf } from '#lib/api.ts';
import { isOutdated } from '../form/problem.ts';
import { CANCELLED, sendFile, type Transfer, UploadProblem } from './send-file.ts';
import type { FileLimits, Slot, Uploaded } from './slot.ts';

type Begin = Inputs['portal']['beginUpload'];

/** Where one file is: on its way, refused, or there. */
export type Sending =
  | { readonly state: 'uploading'; readonly file: File; readonly percent: number }
  | { readonly state: 'failed'; readonly file: File; readonly problem: string };

type Options = {
  readonly slot: Slot;
  readonly limits: FileLimits;
  /** The item that the file answers; it is then held until everything is sent together. */
  readonly requirementId?: string | undefined;
  /** What is held already. */
  readonly held?: string | undefined;
  readonly onUploaded: (uploaded: Uploaded) => void;
};

/** Takes one file to its place: begin, the bytes, and then it counts or is held. */
export function useUpload({ slot, limits, requirementId, held, onUploaded }: Options) {
  const router = useRouter();
  const [sending, setSending] = useState<Sending | null>(null);
  const transfer = useRef<Transfer | null>(null);
  useEffect(() => () => transfer.current?.abort(), []);

  async function begin(): Promise<string> {
    const { kind, side } = slot as Pick<Begin, 'kind' | 'side'>;
    return (await api.portal.beginUpload.mutate({ kind, side, ...(requirementId ? { requirementId } : {}) })).id;
  }

  async function take(file: File): Promise<void> {
    const tooMuch = sizeProblem(file, limits);
    if (tooMuch) return setSending({ state: 'failed', file, problem: tooMuch });
    setSending({ state: 'uploading', file, percent: 0 });
    try {
      // What is held is replaced in its own place; what counts already is replaced by a new document.
      const id = requirementId && held ? held : await begin();
      transfer.current = sendFile(id, file, (percent) => setSending({ state: 'uploading', file, percent }));
      const { warningWords } = await transfer.current.done;
      if (!requirementId) await api.portal.completeUpload.mutate({ documentId: id });
      setSending(null);
      const picture = file.type === 'application/pdf' ? null : `/api/files/${id}?at=${Date.now()}`;
      onUploaded({ id, picture, warnings: warningWords });
    } catch (error) {
      if (error === CANCELLED) return setSending(null);
      if (isOutdated(refusalOf(error))) router.refresh();
      setSending({ state: 'failed', file, problem: wordsOf(error) });
    } finally {
      transfer.current = null;
    }
  }
  return { sending, take, cancel: () => transfer.current?.abort(), forget: () => setSending(null) };
}

function sizeProblem({ size }: File, { minBytes, maxBytes }: FileLimits): string | null {
  if (size > maxBytes) return `This file is too large. Use one of at most ${maxBytes / 1024 / 1024} MB.`;
  return size < minBytes ? `This file is too small to be read. Use one of at least ${minBytes / 1024} KB.` : null;
}

const wordsOf = (error: unknown): string =>
  error instanceof UploadProblem
    ? error.message
    : (refusalOf(error)?.message ?? 'We could not reach the server. Check your connection and try again.');
