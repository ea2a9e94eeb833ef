import { Checkbox } from '#ui/checkbox.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { Textarea } from '#ui/textarea.tsx';
import { Part, type Specimen } from './specimen.tsx';

export function Fields({ scope }: Specimen) {
  const id = (name: string) => `${scope}-${name}`;
  return (
    <Part title="Fields" scope={scope}>
      <ErrorSummary
        focus={false}
        errors={[
          { field: id('birthDate'), message: 'Enter a year with four digits' },
          { field: id('phone'), message: 'Start the number with + and the country code' },
        ]}
      />
      <TextField
        name={id('givenName')}
        label="First and middle names"
        hint="As they stand on your passport or identity card"
        autoComplete="given-name"
        defaultValue="Zoë María"
      />
      <TextField
        name={id('phone')}
        label="Phone number"
        error="Start the number with + and the country code"
        type="tel"
        autoComplete="tel"
        defaultValue="0151 2345678"
        chars={20}
      />
      <DateField name={id('issued')} label="Date of issue" hint="For example 27 3 2019" optional />
      <DateField
        name={id('birthDate')}
        label="Date of birth"
        error="Enter a year with four digits"
        wrong={['year']}
        defaultValue={{ day: '12', month: '4', year: '90' }}
        birthday
      />
      <SelectField
        name={id('country')}
        label="Country"
        autoComplete="country"
        placeholder="Choose a country"
        options={[
          { value: 'DE', label: 'Germany' },
          { value: 'PT', label: 'Portugal' },
        ]}
      />
      <RadioGroup
        name={id('employment')}
        label="What do you do?"
        defaultValue="EMPLOYED"
        options={[
          { value: 'EMPLOYED', label: 'Employed' },
          { value: 'SELF_EMPLOYED', label: 'Self-employed', hint: 'Also if you own the company' },
          { value: 'STUDENT', label: 'Student' },
        ]}
      />
      <Textarea
        name={id('funds')}
        label="Where does the money come from?"
        hint="A few sentences"
        optional
        defaultValue="My salary."
      />
      <Checkbox
        name={id('declaration')}
        label="What I have given is true and complete, and it is mine."
        hint="You can still correct it until you send it."
      />
      <Checkbox
        name={id('terms')}
        label="I have read how my data is used."
        error="Confirm that you have read how your data is used"
      />
      <TextField
        name={id('locked')}
        label="Email"
        readOnly
        defaultValue="zoe@example.com"
        hint="Locked while we check"
      />
    </Part>
  );
}
