import { type Message, message } from '../messages/message.ts';
import { type DocumentKind, type DocumentSide, hasTwoSides } from './kinds.ts';

/** The name of a kind within a sentence: "driving licence". */
export const documentNoun = (kind: DocumentKind): Message => message(`documentKinds.${kind}.name`);

/** "the front of the driving licence"; "the passport"; without a side, the whole document. */
export const documentName = (kind: DocumentKind, side: DocumentSide | null): Message =>
  message('documents.named', { kind: documentNoun(kind), side: side && hasTwoSides(kind) ? side : 'WHOLE' });
