import type { Uploaded } from './slot.ts';

/** The server's response to an accepted file. */
type Received = {
  readonly warningWords: readonly string[];
  readonly hasPicture: boolean;
  readonly sameAs: Uploaded['sameAs'];
};

export type Transfer = { readonly done: Promise<Received>; abort(): void };

/** The person has cancelled the upload; nothing failed. */
export const CANCELLED = Symbol('cancelled');

/** A message for the person, and the server's error code. Without a code, the connection failed. */
export class UploadProblem extends Error {
  readonly code: string | undefined;
  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Sends a file's bytes and reports the progress, 0 to 100, which fetch cannot.
 * @param documentId the id that `beginUpload` returned. The URL is relative, so it works under any host name.
 */
export function sendFile(documentId: string, file: File, onPercent: (percent: number) => void): Transfer {
  const request = new XMLHttpRequest();
  const done = new Promise<Received>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onPercent(Math.round((100 * loaded) / Math.max(total, 1)));
    request.onload = () => {
      const answer = readAnswer(request.responseText);
      if (request.status === 200)
        resolve({
          warningWords: answer.warningWords ?? [],
          hasPicture: answer.hasPicture ?? false,
          sameAs: answer.sameAs ?? null,
        });
      else reject(new UploadProblem(answer.error?.message ?? '', answer.error?.code));
    };
    request.onerror = () => reject(new UploadProblem(''));
    request.onabort = () => reject(CANCELLED);
  });
  request.open('PUT', `/api/uploads/${documentId}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.send(file);
  return { done, abort: () => request.abort() };
}

type Answer = {
  readonly warningWords?: string[];
  readonly hasPicture?: boolean;
  readonly sameAs?: Uploaded['sameAs'];
  readonly error?: { readonly message: string; readonly code: string };
};

function readAnswer(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}
