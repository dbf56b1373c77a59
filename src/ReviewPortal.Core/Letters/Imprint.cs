using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>By what a published letter is known: its code, and the audit log as it stood when the letter went out. A draft and a translation have none.</summary>
/// <param name="AuditRoot">The hash that the whole audit log comes to, in 64 hexadecimals; what stands on paper the portal cannot change any more.</param>
/// <param name="Page">Where anybody can enter the code; null when the institution has not said under which address the portal is found.</param>
public sealed record Imprint(LetterCode Code, string AuditRoot, Uri? Page)
{
    private const int ShortForm = 16;
    private const int Group = 4;

    /// <summary>The line at the foot of every page.</summary>
    public string Foot(Language language) => LetterTexts.Of("Imprint.Foot", language, Code, string.Join(' ', AuditRoot[..ShortForm].Chunk(Group).Select(group => new string(group))));

    /// <summary>What the letter says at its end about checking it.</summary>
    public Verification Verification(Language language)
    {
        var heading = LetterTexts.Of("Verification.Heading", language);
        string[] ends = [LetterTexts.Of("Verification.Shows", language)];
        if (Page is not { } page) return new(heading, [LetterTexts.Of("Verification.InPortal", language, Code), .. ends], Link: null);

        var address = new Uri($"{page.AbsoluteUri.TrimEnd('/')}/{Code.Compact}");
        return new(
            heading,
            [LetterTexts.Of("Verification.AtAddress", language, Shown(page), Code), .. ends],
            new LinkInDots(address, LetterTexts.Of("Verification.Dots", language, Shown(address))));
    }

    // Nobody types the scheme.
    private static string Shown(Uri address) => $"{address.Authority}{address.AbsolutePath.TrimEnd('/')}";
}
