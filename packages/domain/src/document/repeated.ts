import { type DocumentKind, type DocumentSide, documentName } from './kinds.ts';

/** The warning that an upload is the same file as an earlier document of this customer. */
export const REPEATED = 'repeated';

type Place = { readonly kind: DocumentKind; readonly side: DocumentSide };

/** What to say of an upload that is the same file as an earlier document: what was found, and what to do about it. */
export function repeatedWords(
  upload: Place & { readonly type: string | null },
  earlier: Place,
): { message: string; advice: string } {
  const thing = upload.type?.startsWith('image/') ? 'picture' : 'file';
  if (upload.kind === earlier.kind && upload.side === earlier.side)
    return {
      message: `This is the same ${thing} as before.`,
      advice: 'We have looked at it already. Choose another one, or send it all the same with a comment that says why.',
    };
  return {
    message: `This is the same ${thing} as ${documentName(earlier.kind, earlier.side)}.`,
    advice: 'Check that you chose the right one. You can replace it, or send it all the same.',
  };
}
