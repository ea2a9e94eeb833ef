import type { CheckProviders, Mode, ReviewPolicy } from '@gatehouse/domain';
import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { realTime } from './columns.ts';

/** The integrating company. It has two sides, each a tenant. */
export const partner = pgTable('partner', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  branding: jsonb('branding').$type<{ logo?: string }>().notNull().default({}),
  supportEmail: text('support_email').notNull(),
  accountManager: text('account_manager').notNull(),
  returnUrl: text('return_url'),
  /** Whether Gatehouse sends customers an email when their status changes. A partner may want to do that itself. */
  sendsEmails: boolean('writes_letters').notNull().default(true),
  reviewPolicy: text('review_policy').$type<ReviewPolicy>().notNull().default('WHEN_FLAGGED'),
  /** Which provider answers which kind of check, where it is not the declared one. */
  checkProviders: jsonb('check_providers').$type<{ [Side in Mode]?: CheckProviders }>().notNull().default({}),
  /** Steps with every change of the policy: of when a person looks, and of who answers. */
  policyVersion: integer('policy_version').notNull().default(1),
  createdAt: realTime('created_at').notNull().defaultNow(),
});
