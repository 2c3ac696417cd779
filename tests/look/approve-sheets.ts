/**
 * `node tests/look/approve-sheets.ts`: takes for approved what handouts look like in Word and on
 * slides, how references read, and what 核引 tells of passages and references.
 */
import '../reading-library.ts';
import { approveJudgements } from './judgements.ts';
import { approveOfficeLook } from './office.ts';
import { approveReferences } from './references.ts';

await approveOfficeLook();
approveReferences();
approveJudgements();
