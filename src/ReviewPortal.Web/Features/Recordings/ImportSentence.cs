using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>What became of a delivery, in a sentence for whoever delivered it; whichever way it came, the words are these.</summary>
public static class ImportSentence
{
    private static readonly Texts All = new(typeof(ImportSentence));

    /// <param name="name">What the one who delivered calls the delivery: a path, the name of a file.</param>
    public static string Of(string name, ImportResult result, Language language)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result switch
        {
            TakenIn taken => Say("TakenIn", taken.Case, taken.Sitting),
            AlreadyThere there => Say("AlreadyThere", there.Case, there.Sitting),
            Contradicts other => Say("Contradicts", other.Case),
            SittingOfItsOwn => Say("SittingOfItsOwn"),
            SignalsTakenIn { CameLate: true } late => Say("SignalsLate", late.Case),
            SignalsTakenIn taken => Say("Signals", taken.Case, taken.Added, taken.Known, taken.Refused.Length),
            SignalsThere there => Say("SignalsThere", there.Case),
            SignalsWait { Names.IsEmpty: true } => Say("SignalsWaitNameless"),
            SignalsWait wait => Say("SignalsWait", string.Join(", ", wait.Names)),
            SignalsDiscarded aside => Say("SignalsDiscarded", aside.Reason),
            NoSitting no => Say("NoSitting", no.Named),
            SeveralSittings several => Say("SeveralSittings", several.Count),
            NotTakenIn no => Say("NotTakenIn", no.Refusal.Sentence(language)),
            _ => throw new InvalidOperationException($"{result.GetType().Name} has no sentence"),
        };

        string Say(string key, params ReadOnlySpan<object?> fill) => All[key, language, [name, .. fill]];
    }
}
