import { z } from 'zod';
import type { FileType } from './kinds.ts';

/** What an accepted file is. `bytes` are the cleaned ones: an image is re-encoded without metadata. */
export type InspectedFile = {
  readonly type: FileType;
  readonly bytes: Uint8Array;
  /** Of the picture that people are shown, in pixels. */
  readonly width: number;
  readonly height: number;
  /** What is shown of a PDF: a picture of its first pages, and how many it has in all. Null for an image, which shows itself. */
  readonly preview: { readonly picture: Uint8Array; readonly pages: number } | null;
  /** Problems that a better photo would solve, said at once and not days later. */
  readonly warnings: readonly QualityWarning[];
};

export const QualityWarning = z.enum(['blurred', 'blank', 'dark']);
export type QualityWarning = z.infer<typeof QualityWarning>;

/** The port that looks at a file when it arrives. It throws a Refusal for what cannot be accepted. */
export interface FileInspector {
  inspect(bytes: Uint8Array): Promise<InspectedFile>;
}
