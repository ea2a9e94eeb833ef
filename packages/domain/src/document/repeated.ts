import { type Message, message } from '../messages/message.ts';
import type { DocumentKind, DocumentSide } from './kinds.ts';
import { documentName } from './names.ts';

/** The warning that an upload is the same file as an earlier document of this customer. */
export const REPEATED = 'repeated';

type Place = { readonly kind: DocumentKind; readonly side: DocumentSide };

/** The warning for an upload of an earlier document's file: the finding, and what to do about it. */
export function repeatedMessages(
  upload: Place & { readonly type: string | null },
  earlier: Place,
): { message: Message; advice: Message } {
  const thing = upload.type?.startsWith('image/') ? 'picture' : 'file';
  if (upload.kind === earlier.kind && upload.side === earlier.side)
    return {
      message: message('documents.sameAsBefore.message', { thing }),
      advice: message('documents.sameAsBefore.advice'),
    };
  const document = documentName(earlier.kind, earlier.side);
  return {
    message: message('documents.sameAsOther.message', { thing, document }),
    advice: message('documents.sameAsOther.advice'),
  };
}
