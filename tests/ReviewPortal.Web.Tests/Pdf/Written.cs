using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Tests.Pdf;

/// <summary>Small documents to print, written in a line.</summary>
internal static class Written
{
    public static Document Document(params Block[] blocks) => Document([new Section("Een kop", [.. blocks])]);

    public static Document Document(ImmutableArray<Section> sections) => new(
        "Een titel", Language.Dutch, new DocumentHead(["Universiteit Voorbeeld"], [], [new("Datum", "7 december 2026")]), null, sections, "Een voet");

    /// <summary>Some fifty words that can be told from those of any other number.</summary>
    public static string Text(int number) => string.Join(' ', Enumerable.Range(1, 50).Select(word => $"woord{number}x{word}")) + ".";

    public static string WithoutWhite(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
