/** One thing to copy, for programs that take formatting and for those that do not. */
export interface Copy {
  readonly plain: string;
  /** Omitted where there is no formatting to carry. */
  readonly html?: string | undefined;
}

/**
 * Puts a text on the clipboard; true where that worked. A copy event takes formatting as it is and
 * works on an office's plain http; the asynchronous clipboard exists on https and localhost only,
 * and Chromium applies the page's policy to what it is given, refusing every style.
 */
export async function copy(content: Copy): Promise<boolean> {
  if (content.html !== undefined && copyByEvent(content)) return true;
  if (window.isSecureContext && 'clipboard' in navigator) {
    try {
      await write(content);
      return true;
    } catch {
      // Refused or half supported: the copy event below needs no permission.
    }
  }
  return copyByEvent(content);
}

async function write({ plain, html }: Copy): Promise<void> {
  if (html === undefined || typeof ClipboardItem === 'undefined') {
    await navigator.clipboard.writeText(plain);
    return;
  }
  const blob = (type: string, text: string): Blob => new Blob([text], { type });
  const item = { 'text/plain': blob('text/plain', plain), 'text/html': blob('text/html', html) };
  await navigator.clipboard.write([new ClipboardItem(item)]);
}

function copyByEvent({ plain, html }: Copy): boolean {
  let copied = false;
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', plain);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    copied = true;
  };
  document.addEventListener('copy', fill);
  // Deprecated, and the only way where the page is not served over https.
  document.execCommand('copy');
  document.removeEventListener('copy', fill);
  return copied;
}
