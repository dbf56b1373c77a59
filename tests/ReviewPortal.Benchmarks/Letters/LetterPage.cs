using System.Globalization;
using System.Net;
using System.Text;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Benchmarks.Letters;

/// <summary>The words of a letter as a web page with the same fonts and sizes: what the other programs turn into a PDF.</summary>
internal static class LetterPage
{
    public static string Of(Document letter, string fonts)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            <!DOCTYPE html><html lang="{{letter.Language.Code()}}"><head><meta charset="utf-8"><title>{{Escaped(letter.Title)}}</title><style>
            @font-face { font-family: Source; src: url("file://{{fonts}}/SourceSans3-Regular.ttf") } @font-face { font-family: Source; font-weight: 600; src: url("file://{{fonts}}/SourceSans3-SemiBold.ttf") }
            @page { size: A4; margin: 20mm 22mm } body { font: 10pt/1.35 Source, sans-serif } h1 { font-size: 15pt } h2 { font-size: 11pt; margin: 10pt 0 2pt } p, ul, table { margin: 0 0 5pt } td, th { vertical-align: top; text-align: left }
            </style></head><body><header>
            """);
        foreach (var line in letter.Head.Sender.Concat(letter.Head.Addressee)) text.Append("<div>").Append(Escaped(line)).Append("</div>");
        Facts(text, letter.Head.Facts);
        text.Append("</header><h1>").Append(Escaped(letter.Heading)).Append("</h1>");
        if (letter.Summary is { } summary)
        {
            Tagged(text, "h2", summary.Heading);
            Facts(text, summary.Answers);
        }

        if (letter.Salutation is { } salutation) Tagged(text, "p", salutation);
        foreach (var section in letter.Sections)
        {
            Tagged(text, "h2", section.Heading);
            foreach (var block in section.Blocks) Add(text, block);
        }

        return text.Append("<footer>").Append(Escaped(letter.Footer)).Append("</footer></body></html>").ToString();
    }

    private static void Add(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Paragraph paragraph: Tagged(text, "p", paragraph.Text); break;
            case Quotation quotation: Tagged(text, "blockquote", quotation.Text); break;
            case FactList list: Facts(text, list.Facts); break;
            case BulletList list:
                text.Append("<ul>");
                foreach (var item in list.Items) Tagged(text, "li", item);
                text.Append("</ul>");
                break;
            case Core.Writing.Table table:
                text.Append("<table><tr>");
                foreach (var cell in table.Header) Tagged(text, "th", cell);
                foreach (var row in table.Rows)
                {
                    text.Append("</tr><tr>");
                    foreach (var cell in row) Tagged(text, "td", cell);
                }

                text.Append("</tr></table>");
                break;
            case Signatures signatures:
                foreach (var line in signatures.Lines) Tagged(text, "p", $"{line.Capacity} {line.Name} {line.SignedAt}");
                break;
            default: throw new NotSupportedException($"No page is made of {block.GetType().Name}");
        }
    }

    private static void Facts(StringBuilder text, IEnumerable<Fact> facts)
    {
        text.Append("<table>");
        foreach (var fact in facts)
        {
            text.Append("<tr>");
            Tagged(text, "th", fact.Label);
            Tagged(text, "td", fact.Value);
            text.Append("</tr>");
        }

        text.Append("</table>");
    }

    private static void Tagged(StringBuilder text, string tag, string words) => text.Append('<').Append(tag).Append('>').Append(Escaped(words)).Append("</").Append(tag).Append('>');

    private static string Escaped(string words) => WebUtility.HtmlEncode(words);
}
