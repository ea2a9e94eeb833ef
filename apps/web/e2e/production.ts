import { randomBytes } from 'node:crypto';
import { MailServer } from './mail-server.ts';
import { broughtServer, namedServer, ownDatabase } from './own-database.ts';
import { bringUp, command, freePort, ownFolder } from './product.ts';

export type Production = {
  readonly url: string;
  readonly admin: { readonly email: string; readonly password: string };
  readonly apiKeys: { readonly test: string; readonly live: string };
  readonly mail: MailServer;
  stop(): Promise<void>;
};

/** An installation as operators set it up: an empty database, `migrate`, `create-admin`, `create-partner`, `start`. */
export async function startProduction(): Promise<Production> {
  const { folder, remove } = await ownFolder();
  const database = await ownDatabase(namedServer() ?? (await broughtServer()));
  const mail = new MailServer();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const admin = { email: 'admin@operator.example', password: randomBytes(12).toString('hex') };
  const environment = {
    ...database.env,
    GATEHOUSE_ENV: 'production',
    GATEHOUSE_DATA: folder,
    GATEHOUSE_KEYS: `first:${randomBytes(32).toString('base64')}`,
    GATEHOUSE_AUTH_SECRET: randomBytes(32).toString('hex'),
    GATEHOUSE_URL: url,
    HOST: '127.0.0.1',
    SMTP_URL: await mail.listen(),
    MAIL_FROM: 'Specimen Bank <no-reply@operator.example>',
  };
  await command(['migrate'], environment);
  await command(['create-admin', '--email', admin.email, '--name', 'Operator'], {
    ...environment,
    GATEHOUSE_ADMIN_PASSWORD: admin.password,
  });
  const partner = ['--name', 'Specimen Bank', '--support-email', 'help@operator.example'];
  const printed = await command(['create-partner', ...partner], environment);
  const key = (mode: string): string => new RegExp(`gh_${mode}_\\S+`).exec(printed)?.[0] ?? '';
  const stop = await bringUp(port, environment);
  return {
    url,
    admin,
    apiKeys: { test: key('test'), live: key('live') },
    mail,
    async stop() {
      await stop();
      await mail.close();
      await database.drop();
      await remove();
    },
  };
}
