using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Features.Recordings.Uploads;

/// <summary>What became of a delivery, for whoever sent it over HTTP: a sentence for each thing, and the case it is about.</summary>
internal static class UploadReport
{
    public static IEnumerable<UploadLine> Lines(string file, ImportResult result) =>
    [
        new UploadLine(result.IsRefused, ImportSentence.Of(file, result, Language.Dutch), ImportSentence.Of(file, result, Language.English), CaseOf(result)),
        // Each signal that was left out, with its reason.
        .. ((result as SignalsTakenIn)?.Refused ?? []).Select(left => new UploadLine(IsRefused: true, left.Sentence(Language.Dutch), left.Sentence(Language.English), null)),
    ];

    public static string In(this UploadLine line, Language language) => language is Language.Dutch ? line.Dutch : line.English;

    private static string? CaseOf(ImportResult result) => result switch
    {
        TakenIn taken => taken.Case.ToString(),
        AlreadyThere there => there.Case.ToString(),
        Contradicts other => other.Case.ToString(),
        SignalsTakenIn signals => signals.Case.ToString(),
        SignalsThere signals => signals.Case.ToString(),
        _ => null,
    };
}
