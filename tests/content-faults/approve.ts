/** `node tests/content-faults/approve.ts`: takes for approved what editors are told of each mistake. */
import { approveTold } from '../unit/fault-stories.ts';

approveTold();
