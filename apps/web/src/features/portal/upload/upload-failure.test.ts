import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import { englishProps } from '#lib/english.testing.tsx';
import { UploadProblem } from './send-file.ts';
import { failureOf, sizeFailure } from './upload-failure.ts';

const t = createTranslator({ ...englishProps, namespace: 'portal.documents.failed' });

test.each(['UNSUPPORTED_FILE', 'TOO_LARGE', 'UPDATE_NOT_ALLOWED', 'NOT_FOUND'])(
  'a file that is refused with %s is not tried again',
  (code) => {
    const failure = failureOf(new UploadProblem('Use a JPEG.', code), true, t);
    expect(failure).toMatchObject({ problem: 'Use a JPEG.', again: false, lost: false });
  },
);

test.each(['INTERNAL', 'UNAVAILABLE', 'TOO_MANY_REQUESTS', 'UNAUTHENTICATED'])(
  'after %s the same file may arrive at the next try',
  (code) => {
    expect(failureOf(new UploadProblem('Wait a little.', code), true, t)).toMatchObject({ again: true, lost: false });
  },
);

test('a failure without a response is a connection problem, and is retried when offline', () => {
  expect(failureOf(new UploadProblem(''), true, t)).toMatchObject({ again: true, lost: true });
  expect(failureOf(new TypeError('Failed to fetch'), true, t).problem).toContain('Try again');
  expect(failureOf(new TypeError('Failed to fetch'), false, t).problem).toContain('as soon as you’re connected');
});

test('a refused size is reported before sending', () => {
  const limits = { accept: '', minBytes: 10 * 1024, maxBytes: 10 * 1024 * 1024, description: '' };
  const file = (bytes: number) => new File([new Uint8Array(bytes)], 'photo.jpg');
  expect(sizeFailure(file(0), limits, t)).toMatchObject({ again: false });
  expect(sizeFailure(file(10 * 1024), limits, t)).toBeNull();
  expect(sizeFailure(file(10 * 1024 * 1024 + 1), limits, t)?.problem).toContain('10 MB');
});
