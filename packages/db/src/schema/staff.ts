import type { StaffRole } from '@gatehouse/domain';
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { realTime } from './columns.ts';

/** A member of staff. The sign-in library defines the shape of the first five tables; the names are ours. */
export const staff = pgTable(
  'staff',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    role: text('role').$type<StaffRole>().notNull().default('auditor'),
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
    createdAt: realTime('created_at').notNull().defaultNow(),
    updatedAt: realTime('updated_at').notNull().defaultNow(),
    disabledAt: realTime('disabled_at'),
  },
  (table) => [uniqueIndex('staff_email').on(table.email)],
);

const ofStaff = () =>
  uuid('staff_id')
    .notNull()
    .references(() => staff.id, { onDelete: 'cascade' });

export const staffSession = pgTable(
  'staff_session',
  {
    id: uuid('id').primaryKey(),
    /** The hash of the token in the cookie. */
    token: text('token').notNull(),
    userId: ofStaff(),
    expiresAt: realTime('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    /** Whether it was opened with a code. Once an account has a second factor, only such sessions are valid. */
    secondFactor: boolean('second_factor').notNull().default(false),
    createdAt: realTime('created_at').notNull().defaultNow(),
    updatedAt: realTime('updated_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('staff_session_token').on(table.token), index('staff_session_staff').on(table.userId)],
);

export const staffAccount = pgTable('staff_account', {
  id: uuid('id').primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: ofStaff(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: realTime('access_token_expires_at'),
  refreshTokenExpiresAt: realTime('refresh_token_expires_at'),
  scope: text('scope'),
  password: text('password'),
  createdAt: realTime('created_at').notNull().defaultNow(),
  updatedAt: realTime('updated_at').notNull().defaultNow(),
});

export const staffVerification = pgTable('staff_verification', {
  id: uuid('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: realTime('expires_at').notNull(),
  createdAt: realTime('created_at').notNull().defaultNow(),
  updatedAt: realTime('updated_at').notNull().defaultNow(),
});

export const staffTwoFactor = pgTable('staff_two_factor', {
  id: uuid('id').primaryKey(),
  secret: text('secret').notNull(),
  backupCodes: text('backup_codes').notNull(),
  userId: ofStaff(),
  verified: boolean('verified').notNull().default(true),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: realTime('locked_until'),
  /** The time step of the last accepted code. A code works once, and earlier codes no longer work. */
  lastStep: integer('last_step').notNull().default(0),
});

/** A network from which a member of staff has signed in, as a keyed hash. Limits spare known networks, and a new one is audited. */
export const staffNetwork = pgTable(
  'staff_network',
  {
    staffId: ofStaff(),
    network: text('network').notNull(),
    firstSeenAt: realTime('first_seen_at').notNull(),
    lastSeenAt: realTime('last_seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.staffId, table.network] })],
);
