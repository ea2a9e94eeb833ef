import { ROLES, type StaffRole } from '@gatehouse/domain';
import { Button } from '#ui/button.tsx';

export type DemoAccount = {
  readonly email: string;
  readonly password: string;
  readonly role: StaffRole;
  /** The number of presses, so that another press tries again. */
  readonly pressed?: number;
};

type DemoAccountsProps = {
  readonly accounts: readonly DemoAccount[];
  readonly onChoose: (account: DemoAccount) => void;
};

/** The accounts of the demo data, one press each. */
export function DemoAccounts({ accounts, onChoose }: DemoAccountsProps) {
  return (
    <section aria-labelledby="demo-accounts" className="flex flex-col gap-stack border-line border-t pt-5">
      <div className="flex flex-col gap-tight">
        <h2 id="demo-accounts" className="font-semibold text-h3">
          Demo accounts
        </h2>
        <p className="text-muted">For trying things out. They exist in an evaluation only.</p>
      </div>
      <ul className="flex flex-col gap-2">
        {accounts.map((account) => (
          <li key={account.email}>
            <Button variant="secondary" wide onClick={() => onChoose(account)}>
              <span className="flex w-full flex-col items-start">
                <span>Sign in as {ROLES[account.role].label.toLowerCase()}</span>
                <span className="font-normal text-muted">{account.email}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
