using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>
/// What a PDF says about itself. PDFsharp draws its identifiers at random; here they follow from the content,
/// so that a letter printed again can be compared with the published one byte by byte.
/// </summary>
internal sealed class Identity(Document document, DateTimeOffset moment)
{
    private readonly byte[] _print = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{moment.UtcTicks}\n{document.Language}\n{document.Title}\n{document.Watermark}\n{document.Footer}\n{document.Verification?.Link?.Address}\n{document.PlainText()}")));

    public void Mark(PdfDocument pdf)
    {
        UAManager.ForDocument(pdf).SetDocumentLanguage(Language);
        pdf.SetPdfA();
        // The finished file is compressed; see there.
        pdf.Options.CompressContentStreams = false;
        pdf.Options.NoCompression = true;
        pdf.ViewerPreferences.DisplayDocTitle = true;
        pdf.PageMode = PdfPageMode.UseNone;
        pdf.Info.Title = document.Title;
        pdf.Info.Author = Author;
        pdf.Info.Creator = "ReviewPortal";
        pdf.Info.CreationDate = moment.UtcDateTime;
        pdf.Info.ModificationDate = moment.UtcDateTime;
        pdf.Internals.FirstDocumentID = pdf.Internals.SecondDocumentID = Encoding.Latin1.GetString(_print.AsSpan(0, 16));
    }

    /// <summary>The bytes of the document; it cannot be saved again.</summary>
    public byte[] Save(PdfDocument pdf)
    {
        NameFontSubsets(pdf);
        using var stream = new MemoryStream();
        pdf.Save(stream, closeStream: false);
        var metadata = Xmp.Packet(document.Title, Author, Language, pdf.Info.Producer, moment, new Guid(_print.AsSpan(0, 16)));
        return new FinishedFile(stream.ToArray(), metadata).Bytes();
    }

    private string Language => document.Language.Culture().Name;

    private string Author => document.Head.Sender.FirstOrDefault() ?? "";

    // A subset of a font has six letters before its name, which tell it from other subsets of that font.
    private void NameFontSubsets(PdfDocument pdf)
    {
        var tag = string.Concat(_print.Skip(16).Take(6).Select(value => (char)('A' + (value % 26))));
        foreach (var font in pdf.Internals.GetAllObjects().OfType<PdfDictionary>())
        {
            foreach (var key in (string[])["/BaseFont", "/FontName"])
            {
                var name = font.Elements.GetName(key);
                if (name.IndexOf('+', StringComparison.Ordinal) is 7) font.Elements.SetName(key, $"/{tag}{name[7..].Replace(" ", "", StringComparison.Ordinal)}");
            }
        }
    }
}
