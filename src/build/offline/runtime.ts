import { rolldown } from 'rolldown';

const browserFloor = 'chrome86';
const folder = 'src/browser/copy';

/** The script that pages of a copy run first, with the code of its workers in it. */
export async function copyRuntime(): Promise<string> {
  const worker = await bundled(`${folder}/worker-start.ts`, {});
  return bundled(`${folder}/copy.ts`, { WORKER_START: JSON.stringify(worker) });
}

async function bundled(input: string, define: Record<string, string>): Promise<string> {
  const bundle = await rolldown({ input, transform: { target: browserFloor, define } });
  try {
    const { output } = await bundle.generate({ format: 'iife', minify: true });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
