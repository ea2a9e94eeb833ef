import type { DecidableEvent } from '@gatehouse/engine';
import { api, type Inputs, type Outputs } from '#lib/api.ts';
import { askOf, type Draft } from './draft.ts';

type Decisions = Inputs['desk']['decisions'];
export type DecisionAnswer = Outputs['desk']['decisions']['approve'];

/** Which customer, and the version of the record that the person looked at. */
export type Of = { readonly customerId: string; readonly expectedVersion: number };

const noted = ({ note }: Draft) => (note.trim() ? { note: note.trim() } : {});
/** The dialog has made sure of the reason; the server judges it again. */
const reasoned = (draft: Draft) => ({
  reasonCode: draft.reasonCode as never,
  note: draft.note.trim(),
  ...(draft.message.trim() ? { message: draft.message.trim() } : {}),
});
const items = (draft: Draft) => ({ items: draft.items.map(askOf) });

/** How each decision travels. */
const SEND: Readonly<Record<DecidableEvent, (of: Of, draft: Draft) => Promise<DecisionAnswer>>> = {
  approve: (of, draft) => api.desk.decisions.approve.mutate({ ...of, ...noted(draft) }),
  requestInformation: (of, draft) =>
    api.desk.decisions.requestInformation.mutate({ ...of, ...noted(draft), ...items(draft) }),
  reject: (of, draft) => api.desk.decisions.reject.mutate({ ...of, ...reasoned(draft) } satisfies Decisions['reject']),
  deactivate: (of, draft) =>
    api.desk.decisions.deactivate.mutate({ ...of, ...reasoned(draft), temporary: draft.temporary === true }),
  reopen: (of, draft) => api.desk.decisions.reopen.mutate({ ...of, ...reasoned(draft), ...items(draft) }),
  reactivate: (of, draft) => api.desk.decisions.reactivate.mutate({ ...of, ...reasoned(draft) }),
};

export const sendDecision = (event: DecidableEvent, of: Of, draft: Draft): Promise<DecisionAnswer> =>
  SEND[event](of, draft);
