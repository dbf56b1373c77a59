using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>What became of a roster, in a sentence; the same on the command line and on the page.</summary>
internal static class RosterSentence
{
    private static readonly Texts All = new(typeof(RosterPageTexts));

    public static string Of(string file, RosterTakenIn taken, Language language)
    {
        if (taken.IsEmpty) return All["Import.Nothing", language, file];
        string[] parts =
        [
            All["Import.Taken", language, file, taken.Added, taken.Changed, taken.Same],
            taken.Problems.Count > 0 ? All["Import.Refused", language, taken.Problems.Count] : "",
            taken.LeftOut > 0 ? All["Import.LeftOut", language, taken.LeftOut] : "",
            taken.Irregularities > 0 ? All["Import.Irregularities", language, taken.Irregularities] : "",
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }
}
