using System.Collections.Immutable;
using System.Xml;
using ReviewPortal.Core.Necessity;

namespace ReviewPortal.Infrastructure.Import.Rosters;

/// <summary>
/// What of a provision is kept: what a reviewer meets in a recording. Everything else is left out, because it says nothing about the recording and may say
/// something about somebody's health (AVG 5 lid 1 onder c, AVG 9).
/// </summary>
internal static class Provision
{
    private const int LongestExtra = 24 * 60;

    // Institutions extend the list of codes, each in its own way; what is told apart are the words in them.
    private static readonly (string Word, Allowance Allowance)[] Words =
    [
        ("break", Allowance.ExtraBreaks), ("pauze", Allowance.ExtraBreaks),
        ("earplug", Allowance.Earplugs), ("oordop", Allowance.Earplugs), ("headphone", Allowance.Earplugs), ("koptelefoon", Allowance.Earplugs), ("noise", Allowance.Earplugs),
        ("read_aloud", Allowance.ReadAloud), ("text_to_speech", Allowance.ReadAloud), ("voorlees", Allowance.ReadAloud), ("spoken", Allowance.ReadAloud), ("audio", Allowance.ReadAloud),
        ("speech_to_text", Allowance.Dictation), ("dicta", Allowance.Dictation), ("dicte", Allowance.Dictation),
        ("magnif", Allowance.Magnification), ("vergro", Allowance.Magnification), ("large_print", Allowance.Magnification), ("zoom", Allowance.Magnification),
        ("calculator", Allowance.Calculator), ("rekenmachine", Allowance.Calculator),
        ("dictionary", Allowance.Dictionary), ("woordenboek", Allowance.Dictionary), ("spell", Allowance.Dictionary),
        ("food", Allowance.FoodAndDrink), ("drink", Allowance.FoodAndDrink), ("eten", Allowance.FoodAndDrink),
        ("assist", Allowance.Assistant), ("scribe", Allowance.Assistant), ("begeleider", Allowance.Assistant), ("interpreter", Allowance.Assistant), ("tolk", Allowance.Assistant),
    ];

    /// <param name="needs">Codes or words, as they came.</param>
    /// <param name="leftOut">How many of them are not kept; extra time is told by its length and counts as kept.</param>
    public static ImmutableArray<Allowance> Of(IEnumerable<string> needs, out int leftOut)
    {
        var kept = new SortedSet<Allowance>();
        leftOut = 0;
        foreach (var need in needs.Select(Plain).Where(need => need.Length > 0))
        {
            if (Words.Where(pair => need.Contains(pair.Word, StringComparison.Ordinal)).Select(pair => (Allowance?)pair.Allowance).FirstOrDefault() is { } allowance) kept.Add(allowance);
            else if (!IsExtraTime(need)) leftOut++;
        }

        return [.. kept];
    }

    /// <summary>PT20M, "20" or "20 min"; null when it is none of these. A part of a minute counts as one, in the candidate's favour.</summary>
    public static int? Minutes(string text)
    {
        var plain = text.Trim();
        if (plain.Length is 0) return 0;
        if (plain[0] is 'P' or 'p') return Iso(plain.ToUpperInvariant());
        var digits = plain.TakeWhile(char.IsAsciiDigit).Count();
        var unit = plain[digits..].Trim().TrimEnd('.').ToLowerInvariant();
        return digits is > 0 and < 6 && unit is "" or "min" or "m" or "minuten" or "minuut" or "minutes" or "minute" && int.Parse(plain[..digits], System.Globalization.CultureInfo.InvariantCulture) is <= LongestExtra and var minutes ? minutes : null;
    }

    private static int? Iso(string text)
    {
        try
        {
            var length = XmlConvert.ToTimeSpan(text);
            return length >= TimeSpan.Zero && length.TotalMinutes <= LongestExtra ? (int)Math.Ceiling(length.TotalMinutes) : null;
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static bool IsExtraTime(string need) => need.Contains("extra_time", StringComparison.Ordinal) || need.Contains("extra_tijd", StringComparison.Ordinal) || need.Contains("extratime", StringComparison.Ordinal);

    private static string Plain(string need) => need.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
}
