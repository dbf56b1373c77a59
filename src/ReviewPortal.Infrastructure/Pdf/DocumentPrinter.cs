using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PdfSharp.Pdf;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Prints a letter or a report as a tagged PDF (PDF/UA-1, PDF/A-2a) that is read out in the right order. Safe to use from several threads.</summary>
public sealed class DocumentPrinter
{
    /// <summary>The same document and moment give the same bytes.</summary>
    /// <param name="moment">The date of creation in the metadata.</param>
    /// <exception cref="ArgumentException">A row of a table has more or fewer cells than its head.</exception>
    public byte[] Print(Document document, DateTimeOffset moment)
    {
        ArgumentNullException.ThrowIfNull(document);
        var layout = Layout.Of(document);
        var identity = new Identity(document, moment);
        using var pdf = new PdfDocument();
        identity.Mark(pdf);
        using (var pages = new PageDrawing(pdf, layout)) pages.Draw();
        return identity.Save(pdf);
    }

    /// <summary>Every character that would be spelled instead of printed, as a person can recognise it: "ع (U+0639)".</summary>
    public static ImmutableArray<string> Unprintable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. PrintableText.Unprintable(text).Distinct().Select(Name)];
    }

    // A mark that stands on another character shows itself on a dotted circle.
    private static string Name(Rune character) => string.Create(
        CultureInfo.InvariantCulture, $"{(PrintableText.IsCombining(character) ? "◌" : "")}{character} (U+{character.Value:X4})");
}
