import { arrival } from './arrival.ts';
import { check } from './check.ts';
import { confirmation } from './confirmation.ts';
import { documents } from './documents.ts';
import { form } from './form.ts';
import { frame } from './frame.ts';
import { request } from './request.ts';
import { status } from './status.ts';
import { tasks } from './tasks.ts';

/** The portal, one file for each area of its screens. */
export const portal = { arrival, check, confirmation, documents, form, frame, request, status, tasks } as const;
