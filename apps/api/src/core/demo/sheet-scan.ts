import { buffer } from 'node:stream/consumers';

/** A sheet of paper as somebody filled it in: the printed heading, then what was written under it. */
export interface DemoSheet {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Sheets of the demo as one PDF, a page each, as a scanner of the town hall would have made it. The writer of PDF is loaded here only: a server that runs needs none. */
export async function scanOfSheets(label: string, sheets: readonly DemoSheet[]): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit');
  const pdf = new PDFDocument({ size: 'A5', margin: 42, autoFirstPage: false, info: { Title: label } });
  for (const { heading, lines } of sheets) {
    pdf
      .addPage()
      .font('Helvetica-Bold')
      .fontSize(10)
      .fillColor('#333')
      .text(`Saint-Aubin-sur-Lisse · ${label}`)
      .moveDown()
      .fontSize(15)
      .text(heading)
      .moveDown();
    for (const line of lines) pdf.font('Times-Italic').fontSize(14).fillColor('#1b2a6b').text(line).moveDown(0.6);
  }
  pdf.end();
  return buffer(pdf);
}
