/** Sheets of a printed page, as a browser draws them that is the same everywhere. */
import { createRequire } from 'node:module';
import type { BrowserContext } from '@playwright/test';

const { resolve } = createRequire(import.meta.url);

/** What is asked of PDF.js, of which this release runs in Chromium 86. */
interface PdfReader {
  getDocument(source: { data: Uint8Array; disableFontFace: boolean }): {
    readonly promise: Promise<{
      readonly numPages: number;
      getPage(number: number): Promise<{
        getViewport(view: { scale: number }): { readonly width: number; readonly height: number };
        render(drawing: { canvasContext: unknown; viewport: unknown }): {
          readonly promise: Promise<void>;
        };
      }>;
    }>;
  };
}

/** The sheets of a PDF as PNG pictures, 60 dots to the inch. */
export async function sheetsOf(pdf: Buffer, context: BrowserContext): Promise<readonly Buffer[]> {
  const desk = await context.newPage();
  // Also what it would do in a thread of its own.
  for (const name of ['pdf.min.js', 'pdf.worker.min.js']) {
    await desk.addScriptTag({ path: resolve(`pdfjs-dist/legacy/build/${name}`) });
  }
  const drawn = await desk.evaluate(async (data) => {
    const reader = (globalThis as unknown as { pdfjsLib: PdfReader }).pdfjsLib;
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    // Letters drawn as the paths they are in the file need no font of the machine.
    const paper = await reader.getDocument({ data: bytes, disableFontFace: true }).promise;
    const sheets: string[] = [];
    for (let number = 1; number <= paper.numPages; number += 1) {
      const sheet = await paper.getPage(number);
      const viewport = sheet.getViewport({ scale: 60 / 72 });
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      await sheet.render({ canvasContext: canvas.getContext('2d'), viewport }).promise;
      sheets.push(canvas.toDataURL('image/png').replace(/^[^,]+,/, ''));
    }
    return sheets;
  }, pdf.toString('base64'));
  await desk.close();
  return drawn.map((sheet) => Buffer.from(sheet, 'base64'));
}
