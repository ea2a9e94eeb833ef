import type { ActorKind, DocumentKind, DocumentSide, DocumentState, FileType, QualityWarning } from '@gatehouse/domain';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { owned, tenantTime } from './columns.ts';
import { customer } from './customer.ts';
import { documentStatus } from './reference.ts';

/** An uploaded document. Its file is sealed in the file store under `fileKey`; `hash` is salted with the customer’s key. */
export const document = pgTable(
  'document',
  {
    ...owned(),
    customerId: uuid('customer_id').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    side: text('side').$type<DocumentSide>().notNull(),
    state: text('state')
      .$type<DocumentState>()
      .notNull()
      .references(() => documentStatus.status),
    type: text('type').$type<FileType>(),
    bytes: integer('bytes'),
    width: integer('width'),
    height: integer('height'),
    hash: text('hash'),
    /** The hash of the bytes as they were sent, before an image was re-encoded; salted like `hash`. */
    sourceHash: text('source_hash'),
    /** The earlier document of the same customer with the same file, if there was one at the upload. */
    sameAs: uuid('same_as'),
    fileKey: text('file_key'),
    /** The key of the picture of a PDF's first pages. Null for an image, and for a PDF from before there were previews. */
    previewKey: text('preview_key'),
    pages: integer('pages'),
    /** The requirement that a held upload is to answer. */
    requirementId: uuid('requirement_id'),
    warnings: text('warnings').array().$type<QualityWarning[]>().notNull().default([]),
    actorKind: text('actor_kind').$type<ActorKind>().notNull(),
    actorId: uuid('actor_id'),
    createdAt: tenantTime('created_at').notNull(),
    uploadedAt: tenantTime('uploaded_at'),
    endedAt: tenantTime('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'document_customer',
      columns: [table.tenantId, table.customerId],
      foreignColumns: [customer.tenantId, customer.id],
    }),
    index('document_customer').on(table.tenantId, table.customerId),
    check('document_state', sql`${table.state} in ('EXPECTED', 'HELD', 'CURRENT', 'REPLACED', 'REMOVED')`),
    check(
      'document_file',
      sql`${table.state} = 'EXPECTED' or ${table.state} = 'REMOVED' or ${table.fileKey} is not null`,
    ),
  ],
);
