using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Features.Recordings.Uploads;

/// <summary>What became of a delivery, for whoever sent it over HTTP: a sentence for each thing, and the case it is about.</summary>
internal static class UploadReport
{
    private static readonly Texts All = new(typeof(UploadTexts));

    /// <summary>It could not be taken in, and whoever sent it cannot help that.</summary>
    public static UploadLine Failed => Said("Failed.Sentence", isRefused: true);

    /// <summary>What came of it lies there damaged.</summary>
    public static UploadLine Damaged => Said("Damaged.Sentence", isRefused: true);

    /// <summary>It is here, and waits until the disk has room for it.</summary>
    public static UploadLine NoRoom => Said("NoRoom.Sentence", isRefused: false);

    /// <summary>The worst of what came of it: what has to be mended, then what waits.</summary>
    public static UploadState StateOf(IReadOnlyCollection<ImportResult> results) =>
        results.Any(result => result.IsRefused && result is not Quarantined) ? UploadState.Refused
        : results.Any(result => result is Quarantined) ? UploadState.Held
        : results.Any(result => result is SignalsWait) ? UploadState.Waiting
        : UploadState.TakenIn;

    public static IEnumerable<UploadLine> Lines(string file, ImportResult result) =>
        // The first says what became of it; the others, what is wrong with something in it.
        ImportSentence.Lines(file, result, Language.Dutch).Zip(ImportSentence.Lines(file, result, Language.English))
            .Select((line, at) => new UploadLine(at > 0 || result.IsRefused, line.First, line.Second, at is 0 ? CaseOf(result) : null));

    public static string In(this UploadLine line, Language language) => language is Language.Dutch ? line.Dutch : line.English;

    private static UploadLine Said(string key, bool isRefused) => new(isRefused, All[key, Language.Dutch], All[key, Language.English], Case: null);

    private static string? CaseOf(ImportResult result) => result switch
    {
        TakenIn taken => taken.Case.ToString(),
        AlreadyThere there => there.Case.ToString(),
        Contradicts other => other.Case.ToString(),
        SignalsTakenIn signals => signals.Case.ToString(),
        StillsTakenIn stills => stills.Case.ToString(),
        SignalsThere signals => signals.Case.ToString(),
        _ => null,
    };
}
