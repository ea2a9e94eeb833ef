import { FILE_RULES, message, Refusal, readId } from '@gatehouse/domain';
import type { Engine } from '@gatehouse/engine';
import type { Identities } from '../context.ts';
import { answerHeaders, json } from './answers.ts';
import { readCapped } from './body.ts';

/** Receives a document's raw bytes: `PUT /api/uploads/<document id>`. The size is checked before and during reading. */
export async function receiveUpload(
  engine: Engine,
  identities: Identities,
  requestId: string,
  shownId: string,
  request: Request,
): Promise<Response> {
  const documentId = readId('document', shownId);
  const actor = (await identities.app()) ?? (await identities.customer());
  if (!actor) throw new Refusal('UNAUTHENTICATED');
  if (!documentId) throw new Refusal('NOT_FOUND');
  const { maxBytes } = FILE_RULES;
  await engine.documents.admit(actor, documentId, declaredSize(request));
  const bytes = await readCapped(
    request,
    maxBytes,
    message('refusals.documents.tooLarge', { megabytes: maxBytes / 1024 / 1024 }),
  );
  return json(requestId, await engine.documents.receive(actor, documentId, bytes));
}

/** The declared size of the body in bytes, up to the maximum. A body without one counts as the maximum. */
function declaredSize(request: Request): number {
  const declared = Number(request.headers.get('content-length') ?? Number.NaN);
  return Number.isSafeInteger(declared) && declared >= 0
    ? Math.min(declared, FILE_RULES.maxBytes)
    : FILE_RULES.maxBytes;
}

/**
 * Sends a document's file: `GET /api/files/<document id>`, with `?for=desk` for staff, and with `?as=picture` its
 * preview. It is always an attachment of a known type, so that no browser runs it; image elements still show it.
 */
export async function sendFile(
  engine: Engine,
  identities: Identities,
  requestId: string,
  shownId: string,
  { desk, picture }: { readonly desk: boolean; readonly picture: boolean },
): Promise<Response> {
  const documentId = readId('document', shownId);
  const actor = (await identities.app()) ?? (desk ? await identities.staff() : await identities.customer());
  if (!actor) throw new Refusal('UNAUTHENTICATED');
  if (!documentId) throw new Refusal('NOT_FOUND');
  const { bytes, type } = await engine.documents[picture ? 'picture' : 'download'](actor, documentId);
  const extension = type.split('/')[1] ?? 'bin';
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...answerHeaders(requestId),
      'content-type': type,
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="document.${extension}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    },
  });
}
