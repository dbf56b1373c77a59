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
            TakenIn { Linked: > 0 } taken => Say("TakenInLinked", taken.Case, taken.Sitting, taken.Linked),
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
            RosterTakenIn roster => RosterSentence.Of(name, roster, language),
            NotTakenIn no => Say("NotTakenIn", no.Refusal.Sentence(language)),
            Quarantined held => Say("Quarantined", Lacks(held.Lack), Of(held.KeepUntil)),
            QuarantineFull full => Say("QuarantineFull", Lacks(full.Lack), full.MostBytes / 1_000_000),
            NeverALink => Say("NeverALink"),
            StillResult stills => stills.Sentence(name, language),
            RosterOfASupplier roster => Say("RosterOfASupplier", roster.Supplier),
            OfAnother other => Say("OfAnother", other.Sender, other.Named),
            _ => throw new InvalidOperationException($"{result.GetType().Name} has no sentence"),
        };

        string Lacks(GateLack lack) => string.Join(' ', lack.Needs.Select(need => All[$"Lacks.{need}", language, lack.Supplier, lack.Exam]));

        string Of(DateTimeOffset moment) => moment.InWords(language);

        string Say(string key, params ReadOnlySpan<object?> fill) => All[key, language, [name, .. fill]];
    }

    /// <summary>The sentence, and one for each thing in it that a person has to know of.</summary>
    public static IEnumerable<string> Lines(string name, ImportResult result, Language language) =>
        [Of(name, result, language), .. More(result, language)];

    // What was left out, and what came damaged.
    private static IEnumerable<string> More(ImportResult result, Language language) => result switch
    {
        SignalsTakenIn signals => signals.Refused.Select(left => left.Sentence(language)),
        StillResult stills => stills.Lines(language),
        RosterTakenIn roster => roster.Problems.Told.Select(problem => problem.Sentence(language)),
        TakenIn taken => taken.Damaged.Select(damaged => damaged.Sentence(language)),
        _ => [],
    };
}
