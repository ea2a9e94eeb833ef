import { z } from 'zod';
import type { FileType } from './kinds.ts';

/** An accepted file. `bytes` are cleaned: an image is re-encoded without metadata. */
export type InspectedFile = {
  readonly type: FileType;
  readonly bytes: Uint8Array;
  /** The size of the preview, in pixels. */
  readonly width: number;
  readonly height: number;
  /** The preview of a PDF's first pages, and the number of all its pages. Null for an image. */
  readonly preview: { readonly picture: Uint8Array; readonly pages: number } | null;
  /** Problems that a better photo would solve, reported at once and not days later. */
  readonly warnings: readonly QualityWarning[];
};

export const QualityWarning = z.enum(['blurred', 'blank', 'dark']);
export type QualityWarning = z.infer<typeof QualityWarning>;

/** The port that inspects a file on arrival. It throws a Refusal for a file that cannot be accepted. */
export interface FileInspector {
  inspect(bytes: Uint8Array): Promise<InspectedFile>;
}
