import { StatusScreen } from '#features/portal/status/screen.tsx';
import { currentSession } from './current-session.ts';

/** Where the customer stands, and what is next. */
export default async function StatusPage() {
  const session = await currentSession();
  return session && <StatusScreen session={session} now={Date.now()} />;
}
