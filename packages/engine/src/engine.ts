import * as apiKeys from './access/api-keys.ts';
import * as access from './access/check.ts';
import { sealHeads } from './audit/seal.ts';
import { verifyNext } from './audit/verify.ts';
import { archive } from './customers/archive.ts';
import { create as createCustomer } from './customers/create.ts';
import { get as getCustomer } from './customers/get.ts';
import { list as listCustomers } from './customers/list.ts';
import { setMetadata } from './customers/metadata.ts';
import { timeline } from './customers/timeline.ts';
import { confirm, decline } from './decisions/confirm.ts';
import { decide } from './decisions/decide.ts';
import { availableActions } from './decisions/offers.ts';
import { withdrawRequirement } from './decisions/withdraw-requirement.ts';
import type { Deps } from './deps.ts';
import { assign, colleagues } from './desk/assign.ts';
import * as audit from './desk/audit.ts';
import { getCase } from './desk/case.ts';
import { expedite } from './desk/expedite.ts';
import { addNote } from './desk/note.ts';
import { openProposals } from './desk/proposals.ts';
import { queue, queueCounts } from './desk/queue.ts';
import * as deskWebhooks from './desk/webhooks.ts';
import { create as createDocument } from './documents/create.ts';
import { download, picture } from './documents/download.ts';
import { list as listDocuments } from './documents/list.ts';
import { admit, receive } from './documents/receive.ts';
import { mailbox, sendMail } from './email/send.ts';
import * as events from './events/list.ts';
import { health } from './health.ts';
import { idempotent } from './idempotency.ts';
import * as requirements from './intake/requirements.ts';
import { change, completeDocument, removeDocument, update as updateCustomer } from './intake/update.ts';
import { hold, pruneLimits, refund, spend } from './limits/spend.ts';
import { createPartner } from './partners/create.ts';
import * as links from './portal/links.ts';
import { requestLink, sendRequestedLinks } from './portal/request-link.ts';
import { continueStep, save } from './portal/save.ts';
import { session } from './portal/session.ts';
import { answerItems, submit } from './portal/submit.ts';
import { announceDelays, concludeOverdue } from './runs/overdue.ts';
import { runCheck } from './runs/run-check.ts';
import * as staff from './staff/list.ts';
import * as accounts from './staff/manage.ts';
import { countAttempt, signedIn, takeCode } from './staff/sign-in.ts';
import { deliver } from './webhook/deliver.ts';
import * as deliveries from './webhook/deliveries.ts';
import * as endpoints from './webhook/endpoints.ts';
import { replay, resend } from './webhook/resend.ts';
import { sendTest } from './webhook/send-test.ts';
import { reconcile, relayOnce } from './work/relay.ts';
import { runTask } from './work/schedule.ts';
import { runJob } from './work/table.ts';

/**
 * Binds every verb to its dependencies. A verb takes the actor first and checks again that the actor may access what it
 * names.
 */
function bindVerbs(deps: Deps) {
  const bind =
    <A extends unknown[], R>(verb: (deps: Deps, ...args: A) => R) =>
    (...args: A): R =>
      verb(deps, ...args);
  return {
    customers: {
      create: bind(createCustomer),
      get: bind(getCustomer),
      list: bind(listCustomers),
      update: bind(updateCustomer),
      change: bind(change),
      archive: bind(archive),
      setMetadata: bind(setMetadata),
      timeline: bind(timeline),
      availableActions: bind(availableActions),
    },
    documents: {
      create: bind(createDocument),
      admit: bind(admit),
      receive: bind(receive),
      complete: bind(completeDocument),
      list: bind(listDocuments),
      remove: bind(removeDocument),
      download: bind(download),
      picture: bind(picture),
    },
    requirements: { list: bind(requirements.list), answer: bind(requirements.answerOne) },
    access: { check: bind(access.check) },
    apiKeys: { create: bind(apiKeys.createApiKey), authenticate: bind(apiKeys.authenticateKey) },
    partners: { create: bind(createPartner) },
    portalLinks: { create: bind(links.createLink), revoke: bind(links.revokeLink), request: bind(requestLink) },
    portal: {
      peek: bind(links.peekLink),
      handOver: bind(links.handOver),
      open: bind(links.openLink),
      authenticate: bind(links.authenticateSession),
      close: bind(links.closeSession),
      session: bind(session),
      save: bind(save),
      continue: bind(continueStep),
      submit: bind(submit),
      answer: bind(answerItems),
    },
    events: { list: bind(events.list), get: bind(events.get) },
    webhookEndpoints: {
      create: bind(endpoints.create),
      list: bind(endpoints.list),
      get: bind(endpoints.get),
      update: bind(endpoints.update),
      remove: bind(endpoints.remove),
      rotateSecret: bind(endpoints.rotateSecret),
      sendTest: bind(sendTest),
    },
    deliveries: {
      list: bind(deliveries.list),
      get: bind(deliveries.get),
      resend: bind(resend),
      replay: bind(replay),
    },
    desk: {
      queue: bind(queue),
      counts: bind(queueCounts),
      case: bind(getCase),
      assign: bind(assign),
      expedite: bind(expedite),
      note: bind(addNote),
      colleagues: bind(colleagues),
      decide: bind(decide),
      withdrawRequirement: bind(withdrawRequirement),
      proposals: bind(openProposals),
      confirm: bind(confirm),
      decline: bind(decline),
      verifyAudit: bind(audit.verifyAudit),
      reportAudit: bind(audit.reportAudit),
      listSeals: bind(audit.listSeals),
      exportAudit: bind(audit.exportAudit),
      webhooks: {
        list: bind(deskWebhooks.webhookEndpoints),
        get: bind(deskWebhooks.webhookEndpoint),
        resend: bind(deskWebhooks.resendDelivery),
        enable: bind(deskWebhooks.enableEndpoint),
      },
    },
    staff: {
      list: bind(staff.list),
      history: bind(staff.history),
      rename: bind(accounts.rename),
      setRole: bind(accounts.setRole),
      disable: bind(accounts.disable),
      enable: bind(accounts.enable),
      resetFactor: bind(accounts.resetFactor),
      endSessions: bind(accounts.endSessions),
    },
    signIn: { countAttempt: bind(countAttempt), takeCode: bind(takeCode), signedIn: bind(signedIn) },
    work: {
      relayOnce: bind(relayOnce),
      runJob: bind(runJob),
      runTask: bind(runTask),
      reconcile: bind(reconcile),
      concludeOverdue: bind(concludeOverdue),
      announceDelays: bind(announceDelays),
      runCheck: bind(runCheck),
      deliver: bind(deliver),
      sendMail: bind(sendMail),
      sendRequestedLinks: bind(sendRequestedLinks),
      pruneLimits: bind(pruneLimits),
      sealHeads: bind(sealHeads),
      verifyNext: bind(verifyNext),
    },
    limits: { spend: bind(spend), refund: bind(refund), hold: bind(hold) },
    mailbox: bind(mailbox),
    health: bind(health),
  };
}

export type Verbs = ReturnType<typeof bindVerbs>;

/** The engine, the only writer. */
export type Engine = Verbs & {
  /** Runs a request once per key, with verbs whose writes commit together with the answer. See `idempotent`. */
  idempotent<T>(request: Parameters<typeof idempotent>[1], run: (verbs: Verbs) => Promise<T>): Promise<T>;
};

export const createEngine = (deps: Deps): Engine => ({
  ...bindVerbs(deps),
  idempotent: (request, run) => idempotent(deps, request, (bound) => run(bindVerbs(bound))),
});
