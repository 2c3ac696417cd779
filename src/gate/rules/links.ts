import { isHostileAddress } from '#domain/words/link-target.ts';
import { fault, type Fault } from '#gate/fault.ts';
import type { Library } from '#gate/library.ts';
import { textsOf } from '#gate/texts.ts';

/** What editors are told where a link leads elsewhere. */
export const allowedLinks =
  '链接只能以 https:// 或 mailto: 开头，或者是站内的相对地址，例如 ../editing/';

/** No field holds an address that would run or carry something once it is made a link. */
export const hostileAddresses = (library: Library): Fault[] =>
  textsOf(library).flatMap(({ kind, text, place }) =>
    kind === 'field' && isHostileAddress(text)
      ? [fault({ ...place(), value: text }, '这个地址不允许', allowedLinks)]
      : [],
  );
