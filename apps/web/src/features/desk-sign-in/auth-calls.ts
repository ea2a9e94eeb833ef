/** The result of a call to the sign-in: its data, or a message. */
export type AuthAnswer<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly message: string };

/** The message for each refusal. None reveals whether an address is known. */
const MESSAGES: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'This email and password do not match. Check both and try again.',
  INVALID_EMAIL: 'Enter an email address, like name@example.com.',
  INVALID_PASSWORD: 'This is not your password. Try again.',
  INVALID_CODE: 'This code does not match. Wait for the next one and enter it.',
  INVALID_BACKUP_CODE: 'This backup code does not match, or has been used.',
  INVALID_TWO_FACTOR_COOKIE: 'Signing in took too long. Start again with your password.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'Too many wrong codes. Start again with your password.',
  CODE_USED: 'This code has been used already. Wait for the next one and enter it.',
  TOTP_ALREADY_ENABLED: 'A second factor is set up already.',
};

const UNREACHABLE = 'We could not reach the server. Check the connection and try again.';
const FAILED = 'Signing in failed on our side. Try again in a moment.';

/** Calls the sign-in at `/api/auth`. It never throws: every failure becomes a message. */
async function ask<T>(path: string, body: Record<string, unknown>): Promise<AuthAnswer<T>> {
  try {
    const response = await fetch(`/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return { ok: true, data: (await response.json()) as T };
    const { code, message } = (await response.json().catch(() => ({}))) as { code?: string; message?: string };
    // The message of a limit says how long to wait.
    if (response.status === 429 && message) return { ok: false, message: message };
    return { ok: false, message: MESSAGES[code ?? ''] ?? FAILED };
  } catch {
    return { ok: false, message: UNREACHABLE };
  }
}

export const signIn = (email: string, password: string) =>
  ask<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password });
export const signOut = () => ask<unknown>('/sign-out', {});
export const verifyCode = (code: string) => ask<unknown>('/two-factor/verify-totp', { code });
export const verifyBackupCode = (code: string) => ask<unknown>('/two-factor/verify-backup-code', { code });
export const beginSecondFactor = (password: string) =>
  ask<{ totpURI: string; backupCodes: string[] }>('/two-factor/enable', { password });
