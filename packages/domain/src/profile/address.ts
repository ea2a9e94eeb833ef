import { z } from 'zod';
import { message } from '../messages/message.ts';
import { issueOf } from '../messages/of-issue.ts';
import { isPoBox } from './po-box.ts';
import { postcodeProblem } from './postcodes.ts';
import { country } from './rules.ts';
import { line } from './text.ts';

/** A place where someone lives, with a postcode that its country may have, where that country's form is known. */
export const address = z
  .strictObject({
    line1: line(120),
    line2: line(120).optional(),
    city: line(80),
    region: line(80).optional(),
    postalCode: line(20),
    country,
  })
  .superRefine(({ line1, line2 = '', postalCode, country: code }, context) => {
    const box = isPoBox(line1) ? 'line1' : isPoBox(line2) ? 'line2' : null;
    if (box) context.addIssue({ path: [box], ...PO_BOX });
    const wrong = postcodeProblem(postalCode, code);
    if (wrong) context.addIssue({ path: ['postalCode'], ...issueOf(wrong) });
  });

/** A check that finds one asks for it by the requirement's code. */
const PO_BOX = issueOf(message('input.poBox'), { requirementCode: 'ADDRESS_PO_BOX' });
