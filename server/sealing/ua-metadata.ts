/**
 * Says in the XMP metadata that a document is PDF/UA-1 besides PDF/A-3 (ISO 14289-1 § 5).
 *
 * PDF/A knows no `pdfuaid` by itself, so its schema is described too (ISO 19005-3 § 6.6.2.3.2): the description of
 * schemas in a block of its own, before the block that uses it, because parsers read them in this order.
 */
export function withPdfUa(xmp: string): string {
  if (xmp.includes('pdfuaid:part')) throw new Error('These metadata already speak of PDF/UA.');
  const end = '</rdf:RDF>';
  const bag = '</rdf:Bag></pdfaExtension:schemas>';
  const schemas = /<pdfaExtension:schemas>[\s\S]*?<\/pdfaExtension:schemas>/.exec(xmp)?.[0];
  if (schemas === undefined || !schemas.endsWith(bag) || xmp.split(end).length !== 2)
    throw new Error('These metadata are not those of a PDF/A-3 by Typst.');
  const described = schemas.slice(0, -bag.length) + schema + bag;
  return xmp
    .replace(schemas, '')
    .replace(
      end,
      `<rdf:Description rdf:about="" ${namespaces}>${described}</rdf:Description>` +
        `<rdf:Description rdf:about="" xmlns:pdfuaid="${uaNamespace}"><pdfuaid:part>1</pdfuaid:part></rdf:Description>` +
        end,
    );
}

const uaNamespace = 'http://www.aiim.org/pdfua/ns/id/';

const namespaces = [
  'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
  'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
].join(' ');

const schema = [
  '<rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  `<pdfaSchema:namespaceURI>${uaNamespace}</pdfaSchema:namespaceURI>`,
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 the document follows</pdfaProperty:description>',
  '</rdf:li></rdf:Seq></pdfaSchema:property>',
  '</rdf:li>',
].join('');
