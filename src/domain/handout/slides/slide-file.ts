import type { HandoutDocument } from '#domain/handout/document.ts';
import {
  packageFiles,
  propertyParts,
  Relations,
  rootRelations,
  type PackagePart,
  type Relation,
} from '#domain/handout/office/package.ts';
import type { OfficeWords } from '#domain/handout/office/words.ts';
import { tag, xmlFile } from '#domain/handout/office/xml.ts';
import {
  layoutFile,
  layoutNames,
  masterFile,
  notesMasterFile,
  notesPage,
  page,
  shapeTree,
  slideImage,
  slideNamespaces,
  themeFile,
} from '#domain/handout/slides/master.ts';
import { slidesOf, type Slide } from '#domain/handout/slides/plan.ts';
import { emu, shapesXml } from '#domain/handout/slides/shapes.ts';
import { paragraphsXml, plainParagraph, type Speech } from '#domain/handout/slides/text.ts';

const slideType = (name: string): string =>
  `application/vnd.openxmlformats-officedocument.presentationml.${name}+xml`;

/**
 * The parts of a file of slides (ECMA-376, transitional), by path. `code` is the address as a
 * picture, PNG. The same document and words make the same bytes.
 */
export function slideFiles(
  document: HandoutDocument,
  words: OfficeWords,
  code: Uint8Array | null,
): ReadonlyMap<string, string | Uint8Array> {
  const speech: Speech = { language: words.language, face: words.faces.heading };
  const slides = slidesOf(document, words, code !== null);
  const parts: PackagePart[] = [
    presentation(slides.length, words.language),
    ...master(words, speech),
    ...slides.flatMap((slide, index) => slideParts(slide, index + 1, speech)),
    ...(code === null
      ? []
      : [{ path: 'ppt/media/code.png', contentType: 'image/png', content: code, relations: [] }]),
    ...propertyParts(document.title, document.day, words.language),
  ];
  return packageFiles(parts, rootRelations('ppt/presentation.xml'));
}

/** In the order of CT_Presentation (19.2.1.26). Ids of slides begin at 256 (19.7.13). */
function presentation(count: number, language: string): PackagePart {
  const relations = new Relations();
  const masterId = relations.add('slideMaster', 'ppt/slideMasters/slideMaster1.xml');
  const notesMasterId = relations.add('notesMaster', 'ppt/notesMasters/notesMaster1.xml');
  const slideIds = Array.from({ length: count }, (_, index) =>
    relations.add('slide', slidePath(index + 1)),
  );
  relations.add('theme', 'ppt/theme/theme1.xml');
  return {
    path: 'ppt/presentation.xml',
    contentType: slideType('presentation.main'),
    content: xmlFile(
      tag(
        'p:presentation',
        { ...slideNamespaces, saveSubsetFonts: 1 },
        tag('p:sldMasterIdLst', null, tag('p:sldMasterId', { id: 2147483648, 'r:id': masterId })),
        tag('p:notesMasterIdLst', null, tag('p:notesMasterId', { 'r:id': notesMasterId })),
        tag(
          'p:sldIdLst',
          null,
          ...slideIds.map((relation, index) =>
            tag('p:sldId', { id: 256 + index, 'r:id': relation }),
          ),
        ),
        tag('p:sldSz', { cx: emu(page.width), cy: emu(page.height) }),
        tag('p:notesSz', { cx: emu(notesPage.width), cy: emu(notesPage.height) }),
        tag('p:defaultTextStyle', null, tag('a:defPPr', null, tag('a:defRPr', { lang: language }))),
      ),
    ),
    relations: relations.list,
  };
}

const slidePath = (number: number): string => `ppt/slides/slide${number}.xml`;
const layoutPath = (number: number): string => `ppt/slideLayouts/slideLayout${number}.xml`;

function master(words: OfficeWords, speech: Speech): PackagePart[] {
  const relations = new Relations();
  const layoutIds = layoutNames.map((_, index) =>
    relations.add('slideLayout', layoutPath(index + 1)),
  );
  relations.add('theme', 'ppt/theme/theme1.xml');
  const toTheme2: Relation[] = [{ id: 'rId1', type: 'theme', target: 'ppt/theme/theme2.xml' }];
  const toMaster: Relation[] = [
    { id: 'rId1', type: 'slideMaster', target: 'ppt/slideMasters/slideMaster1.xml' },
  ];
  const theme = (number: number): PackagePart => ({
    path: `ppt/theme/theme${number}.xml`,
    contentType: 'application/vnd.openxmlformats-officedocument.theme+xml',
    content: themeFile(speech),
    relations: [],
  });
  return [
    {
      path: 'ppt/slideMasters/slideMaster1.xml',
      contentType: slideType('slideMaster'),
      content: masterFile(layoutIds, speech),
      relations: relations.list,
    },
    ...layoutNames.map((name, index) => ({
      path: layoutPath(index + 1),
      contentType: slideType('slideLayout'),
      content: layoutFile(name, words.layouts[name], speech),
      relations: toMaster,
    })),
    theme(1),
    {
      path: 'ppt/notesMasters/notesMaster1.xml',
      contentType: slideType('notesMaster'),
      content: notesMasterFile(speech),
      relations: toTheme2,
    },
    theme(2),
  ];
}

function slideParts(slide: Slide, number: number, speech: Speech): PackagePart[] {
  const relations = new Relations();
  relations.add('slideLayout', layoutPath(layoutNames.indexOf(slide.layout) + 1));
  const notesPath = `ppt/notesSlides/notesSlide${number}.xml`;
  relations.add('notesSlide', notesPath);
  const picture = slide.shapes.some(({ kind }) => kind === 'picture')
    ? relations.add('image', 'ppt/media/code.png')
    : null;
  const shapes = shapesXml(slide.shapes, {
    speech,
    linkOf: (address) => relations.link(address),
    picture,
  });
  const notesRelations = new Relations();
  notesRelations.add('notesMaster', 'ppt/notesMasters/notesMaster1.xml');
  notesRelations.add('slide', slidePath(number));
  const colours = tag('p:clrMapOvr', null, tag('a:masterClrMapping'));
  const notes = paragraphsXml(
    slide.notes.map(({ text, address }) =>
      plainParagraph(text, 11, address === null ? { before: 4 } : { address, before: 4 }),
    ),
    speech,
    (address) => notesRelations.link(address),
  );
  const body = tag(
    'p:sp',
    null,
    tag(
      'p:nvSpPr',
      null,
      tag('p:cNvPr', { id: 3, name: 'body 3' }),
      tag('p:cNvSpPr', null, tag('a:spLocks', { noGrp: 1 })),
      tag('p:nvPr', null, tag('p:ph', { type: 'body', idx: 1 })),
    ),
    tag('p:spPr'),
    tag('p:txBody', null, tag('a:bodyPr'), tag('a:lstStyle'), notes),
  );
  return [
    {
      path: slidePath(number),
      contentType: slideType('slide'),
      content: xmlFile(
        tag('p:sld', slideNamespaces, tag('p:cSld', null, shapeTree(shapes)), colours),
      ),
      relations: relations.list,
    },
    {
      path: notesPath,
      contentType: slideType('notesSlide'),
      content: xmlFile(
        tag(
          'p:notes',
          slideNamespaces,
          tag('p:cSld', null, shapeTree(slideImage(2) + body)),
          colours,
        ),
      ),
      relations: notesRelations.list,
    },
  ];
}
