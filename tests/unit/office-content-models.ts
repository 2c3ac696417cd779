/**
 * What may stand in what, and in which order, for every element our Word files and slides have:
 * ECMA-376 part 1 with the transitional schemas (wml, pml, dml-main, opc). `?` at most once, `!`
 * just once, `*` any number, `+` at least one; `|` between names of which any may come next.
 */
export const contentModels: Readonly<Record<string, string>> = {
  // Open packaging
  Types: 'Default* Override*',
  Relationships: 'Relationship*',
  'cp:coreProperties': 'dc:title|dcterms:created|dcterms:modified|dc:language*',
  Properties: 'Application?',
  // Word: document
  'w:document': 'w:body!',
  'w:body': 'w:p|w:tbl* w:sectPr?',
  'w:hdr': 'w:p+',
  'w:ftr': 'w:p+',
  'w:p': 'w:pPr? w:r|w:hyperlink|w:fldSimple|w:bookmarkStart|w:bookmarkEnd*',
  'w:hyperlink': 'w:r*',
  'w:fldSimple': 'w:r*',
  'w:r':
    'w:rPr? w:t|w:br|w:tab|w:drawing|w:footnoteReference|w:footnoteRef|w:separator|w:continuationSeparator*',
  'w:footnotes': 'w:footnote*',
  'w:footnote': 'w:p*',
  'w:footnotePr': 'w:numFmt? w:numRestart? w:footnote*',
  'w:pPr':
    'w:pStyle? w:keepNext? w:keepLines? w:pageBreakBefore? w:widowControl? w:numPr? w:pBdr? w:shd? w:tabs? w:wordWrap? w:spacing? w:ind? w:contextualSpacing? w:jc? w:outlineLvl? w:rPr? w:sectPr?',
  'w:numPr': 'w:ilvl? w:numId?',
  'w:pBdr': 'w:top? w:left? w:bottom? w:right? w:between?',
  'w:tabs': 'w:tab+',
  'w:rPr':
    'w:rStyle? w:rFonts? w:b? w:bCs? w:i? w:iCs? w:color? w:spacing? w:sz? w:szCs? w:vertAlign? w:lang?',
  'w:tbl': 'w:tblPr! w:tblGrid! w:tr+',
  'w:tblPr':
    'w:tblStyle? w:tblW? w:jc? w:tblInd? w:tblBorders? w:tblLayout? w:tblCellMar? w:tblLook?',
  'w:tblGrid': 'w:gridCol+',
  'w:tr': 'w:trPr? w:tc+',
  'w:trPr': 'w:cantSplit|w:tblHeader*',
  'w:tc': 'w:tcPr? w:p|w:tbl+',
  'w:tcPr': 'w:tcW? w:gridSpan? w:vMerge? w:tcBorders? w:shd? w:tcMar? w:vAlign?',
  'w:tcBorders': 'w:top? w:left? w:bottom? w:right?',
  'w:tblCellMar': 'w:top? w:left? w:bottom? w:right?',
  'w:sectPr':
    'w:headerReference|w:footerReference* w:footnotePr? w:type? w:pgSz? w:pgMar? w:pgNumType? w:titlePg? w:docGrid?',
  // Word: other parts
  'w:styles': 'w:docDefaults? w:style*',
  'w:docDefaults': 'w:rPrDefault? w:pPrDefault?',
  'w:rPrDefault': 'w:rPr?',
  'w:pPrDefault': 'w:pPr?',
  'w:style':
    'w:name? w:basedOn? w:next? w:link? w:uiPriority? w:semiHidden? w:qFormat? w:pPr? w:rPr? w:tblPr?',
  'w:numbering': 'w:abstractNum* w:num*',
  'w:abstractNum': 'w:multiLevelType? w:lvl*',
  'w:lvl': 'w:start? w:numFmt? w:pStyle? w:suff? w:lvlText? w:lvlJc? w:pPr? w:rPr?',
  'w:num': 'w:abstractNumId! w:lvlOverride*',
  'w:lvlOverride': 'w:startOverride?',
  'w:settings':
    'w:zoom? w:defaultTabStop? w:characterSpacingControl? w:footnotePr? w:compat? w:themeFontLang?',
  'w:compat': 'w:compatSetting*',
  'w:fonts': 'w:font*',
  'w:font': 'w:charset? w:family? w:pitch?',
  'w:drawing': 'wp:inline!',
  'wp:inline': 'wp:extent! wp:docPr! wp:cNvGraphicFramePr? a:graphic!',
  'wp:cNvGraphicFramePr': 'a:graphicFrameLocks?',
  'pic:pic': 'pic:nvPicPr! pic:blipFill! pic:spPr!',
  'pic:nvPicPr': 'pic:cNvPr! pic:cNvPicPr!',
  'pic:blipFill': 'a:blip? a:stretch?',
  'pic:spPr': 'a:xfrm? a:prstGeom?',
  // Drawings
  'a:graphic': 'a:graphicData!',
  'a:graphicData': 'a:tbl|pic:pic!',
  'a:stretch': 'a:fillRect?',
  'a:xfrm': 'a:off? a:ext? a:chOff? a:chExt?',
  'a:prstGeom': 'a:avLst?',
  'a:avLst': 'a:gd*',
  'a:solidFill': 'a:srgbClr|a:schemeClr!',
  'a:ln': 'a:noFill|a:solidFill? a:headEnd? a:tailEnd?',
  'a:bodyPr': 'a:noAutofit?',
  'a:lstStyle': 'a:defPPr? a:lvl1pPr?',
  'a:lvl1pPr': 'a:lnSpc? a:spcBef? a:buNone? a:defRPr?',
  'a:defPPr': 'a:defRPr?',
  'a:defRPr': 'a:solidFill? a:latin? a:ea? a:cs?',
  'a:p': 'a:pPr? a:r|a:br|a:fld*',
  'a:pPr': 'a:lnSpc? a:spcBef? a:spcAft? a:buClr? a:buFont? a:buNone|a:buChar|a:buAutoNum?',
  'a:lnSpc': 'a:spcPct!',
  'a:spcBef': 'a:spcPts!',
  'a:buClr': 'a:srgbClr!',
  'a:r': 'a:rPr? a:t!',
  'a:fld': 'a:rPr? a:t?',
  'a:br': 'a:rPr?',
  'a:rPr': 'a:ln? a:solidFill? a:latin? a:ea? a:cs? a:hlinkClick?',
  'a:tbl': 'a:tblPr? a:tblGrid! a:tr*',
  'a:tblGrid': 'a:gridCol*',
  'a:tr': 'a:tc*',
  'a:tc': 'a:txBody? a:tcPr?',
  'a:txBody': 'a:bodyPr! a:lstStyle? a:p+',
  'a:tcPr': 'a:lnL? a:lnR? a:lnT? a:lnB? a:solidFill?',
  'a:lnL': 'a:solidFill?',
  'a:lnR': 'a:solidFill?',
  'a:lnT': 'a:solidFill?',
  'a:lnB': 'a:solidFill?',
  // Theme
  'a:theme': 'a:themeElements!',
  'a:themeElements': 'a:clrScheme! a:fontScheme! a:fmtScheme!',
  'a:clrScheme':
    'a:dk1! a:lt1! a:dk2! a:lt2! a:accent1! a:accent2! a:accent3! a:accent4! a:accent5! a:accent6! a:hlink! a:folHlink!',
  ...Object.fromEntries(
    'dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'
      .split(' ')
      .map((name) => [`a:${name}`, 'a:srgbClr!']),
  ),
  'a:fontScheme': 'a:majorFont! a:minorFont!',
  'a:majorFont': 'a:latin! a:ea! a:cs!',
  'a:minorFont': 'a:latin! a:ea! a:cs!',
  'a:fmtScheme': 'a:fillStyleLst! a:lnStyleLst! a:effectStyleLst! a:bgFillStyleLst!',
  'a:fillStyleLst': 'a:solidFill+',
  'a:lnStyleLst': 'a:ln+',
  'a:effectStyleLst': 'a:effectStyle+',
  'a:effectStyle': 'a:effectLst!',
  'a:bgFillStyleLst': 'a:solidFill+',
  // Slides
  'p:presentation':
    'p:sldMasterIdLst? p:notesMasterIdLst? p:sldIdLst? p:sldSz? p:notesSz! p:defaultTextStyle?',
  'p:sldMasterIdLst': 'p:sldMasterId*',
  'p:notesMasterIdLst': 'p:notesMasterId?',
  'p:sldIdLst': 'p:sldId*',
  'p:defaultTextStyle': 'a:defPPr? a:lvl1pPr?',
  'p:sldMaster': 'p:cSld! p:clrMap! p:sldLayoutIdLst? p:txStyles?',
  'p:sldLayoutIdLst': 'p:sldLayoutId*',
  'p:txStyles': 'p:titleStyle? p:bodyStyle? p:otherStyle?',
  'p:titleStyle': 'a:lvl1pPr?',
  'p:bodyStyle': 'a:lvl1pPr?',
  'p:otherStyle': 'a:lvl1pPr?',
  'p:notesStyle': 'a:lvl1pPr?',
  'p:sldLayout': 'p:cSld! p:clrMapOvr?',
  'p:sld': 'p:cSld! p:clrMapOvr?',
  'p:notes': 'p:cSld! p:clrMapOvr?',
  'p:notesMaster': 'p:cSld! p:clrMap! p:notesStyle?',
  'p:clrMapOvr': 'a:masterClrMapping!',
  'p:cSld': 'p:bg? p:spTree!',
  'p:bg': 'p:bgPr!',
  'p:bgPr': 'a:solidFill! a:effectLst?',
  'p:spTree': 'p:nvGrpSpPr! p:grpSpPr! p:sp|p:cxnSp|p:pic|p:graphicFrame*',
  'p:nvGrpSpPr': 'p:cNvPr! p:cNvGrpSpPr! p:nvPr!',
  'p:grpSpPr': 'a:xfrm?',
  'p:sp': 'p:nvSpPr! p:spPr! p:style? p:txBody?',
  'p:nvSpPr': 'p:cNvPr! p:cNvSpPr! p:nvPr!',
  'p:cNvSpPr': 'a:spLocks?',
  'p:nvPr': 'p:ph?',
  'p:spPr': 'a:xfrm? a:prstGeom? a:noFill|a:solidFill? a:ln?',
  'p:txBody': 'a:bodyPr! a:lstStyle? a:p+',
  'p:cxnSp': 'p:nvCxnSpPr! p:spPr!',
  'p:nvCxnSpPr': 'p:cNvPr! p:cNvCxnSpPr! p:nvPr!',
  'p:cNvCxnSpPr': 'a:stCxn? a:endCxn?',
  'p:pic': 'p:nvPicPr! p:blipFill! p:spPr!',
  'p:nvPicPr': 'p:cNvPr! p:cNvPicPr! p:nvPr!',
  'p:cNvPicPr': 'a:picLocks?',
  'p:blipFill': 'a:blip? a:stretch?',
  'p:graphicFrame': 'p:nvGraphicFramePr! p:xfrm! a:graphic!',
  'p:nvGraphicFramePr': 'p:cNvPr! p:cNvGraphicFramePr! p:nvPr!',
  'p:cNvGraphicFramePr': 'a:graphicFrameLocks?',
  'p:xfrm': 'a:off! a:ext!',
};

/** Attributes whose values the schemas want as whole numbers, wherever they stand. */
export const wholeNumbers = new Set(
  'w:w w:sz w:space w:before w:after w:line w:left w:right w:hanging w:firstLine w:firstLineChars w:pos w:id w:ilvl w:header w:footer w:top w:bottom w:gutter w:h cx cy x y id idx sz marL marR marT marB indent lIns tIns rIns bIns w h startAt'.split(
    ' ',
  ),
);

/** Elements whose `val` is a whole number. */
export const countedElements = new Set(
  'w:sz w:szCs w:ilvl w:numId w:start w:startOverride w:abstractNumId w:outlineLvl w:defaultTabStop a:spcPts a:spcPct'.split(
    ' ',
  ),
);

/** Elements that hold text; white space between others means something is wrong. */
export const textElements = new Set(
  'w:t a:t dc:title dc:language dcterms:created dcterms:modified Application'.split(' '),
);

/** Elements that call a width by name, or have an id that is no number. */
export const namedOtherwise = new Set(['a:fld', 'a:tailEnd', 'Relationship']);
