import { connect } from '@gatehouse/db';
import { betterAuth } from 'better-auth';
import pino from 'pino';
export default async function Page() {
  const log = pino({ level: 'silent' }); log.info('x');
  return <p>{typeof connect} {typeof betterAuth}</p>;
}
