/** Elements of the page. What is put in is text or nodes, never markup. */

type Attribute = string | number | boolean | null | undefined;
export type Child = Node | string | null | undefined;

/** `true` writes an attribute without a value; `false`, null and undefined leave it out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  append(made, ...children);
  return made;
}

export function setAttributes(
  target: Element,
  attributes: Readonly<Record<string, Attribute>>,
): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) target.removeAttribute(name);
    else target.setAttribute(name, value === true ? '' : String(value));
  }
}

export function append(target: Element, ...children: readonly Child[]): void {
  for (const child of children) {
    if (child !== null && child !== undefined) target.append(child);
  }
}

export function fill(target: Element, ...children: readonly Child[]): void {
  target.replaceChildren();
  append(target, ...children);
}

export interface ButtonLook {
  /** `main` is what the page is for; `plain` has no frame until it is pointed at. */
  readonly look?: 'main' | 'plain' | 'quiet';
  /** Read out where the words on the button do not say which thing it is about. */
  readonly says?: string;
  /** Keys that do the same, as `aria-keyshortcuts` writes them. */
  readonly keys?: string;
  readonly title?: string;
}

export function button(
  label: Child,
  onPress: (event: MouseEvent) => void,
  { look, says, keys, title }: ButtonLook = {},
): HTMLButtonElement {
  const made = element(
    'button',
    {
      type: 'button',
      class: 'button',
      'data-look': look,
      'aria-label': says,
      'aria-keyshortcuts': keys,
      title,
    },
    label,
  );
  made.addEventListener('click', onPress);
  return made;
}

let made = 0;

/** An id no other element has. */
export const newId = (beginning: string): string => `${beginning}-${++made}`;
