using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>What a decision brings about when it is made known: until then the one before it stands, with what it gave (Awb 3:40, 6:19).</summary>
internal static class TakingEffect
{
    /// <summary>What the student is told to lose by the decision; null when nothing. Asked before it takes effect.</summary>
    public static string? LostByDecision(this CaseFile file) =>
        file.After.Retake is { } earlier && earlier.HasToLose(Amsterdam.DateOf(file.Now)) && !earlier.StaysUnder(file.Decision?.Retake)
            ? LifecycleTexts.ChanceLapsed(earlier.On?.WithWeekday(file.LetterLanguage), file.LetterLanguage)
            : null;

    /// <summary>The decision as it is now is sent. The first time it takes the place of the one that stood, or what it gives begins to run (Awb 3:40, 3:41).</summary>
    /// <param name="before">How it stood before: whether it was sent already, and whether another one stood meanwhile.</param>
    /// <returns>What the student is told to lose by it; null when nothing.</returns>
    public static string? MakeDecisionKnown(this CaseFile file, (bool HasGoneOut, bool StoodAnother) before, DateTimeOffset at)
    {
        var lost = before.StoodAnother ? file.LostByDecision() : null;
        if (before.StoodAnother) file.TakeEffect(file.After.Letter!, at);
        else if (!before.HasGoneOut && file.After.Retake is { } prepared) prepared.MadeKnown(at);
        // The one that stood was annulled while this one lay printed, and what it gave ended with it.
        else if (!before.HasGoneOut) Give(file, file.Decision!.Retake, at);
        // Also when it was sent before: of an appeal that came while no sending counted the term begins now (Awb 6:10).
        file.BeginTerm(file.After.Letter!, at);
        return lost;
    }

    /// <summary>What an open appeal is against was sent after the appeal came: its term runs from that day (Awb 6:8, 6:10).</summary>
    public static void BeginTerm(this CaseFile file, Letter letter, DateTimeOffset at)
    {
        if (file.After.Appeal is { IsOpen: true, FileBy: null } early && early.Letter == letter.Id) early.TermBegan(StatutoryTerms.Appeal(Amsterdam.DateOf(at)).LastDay);
    }

    /// <param name="letter">That makes the decision known.</param>
    /// <param name="at">When it was made known.</param>
    public static void TakeEffect(this CaseFile file, Letter letter, DateTimeOffset at)
    {
        Give(file, file.Decision!.Retake, at);
        // An appeal against the decision before it is against this one from here on (Awb 6:19, 6:24).
        if (file.After.Appeal is { IsOpen: true } open && !file.After.Ground().IsOnChance(open)) open.Letter = letter.Id;
    }

    // What the decision gives the student begins to run with it (UU-IR-8). What the one before gave ran until now.
    private static void Give(CaseFile file, RetakeRight? right, DateTimeOffset at)
    {
        if (file.After.Retake is not { } earlier)
        {
            if (right is RetakeRight.Planned or RetakeRight.OnRequest) file.Db.Add(RetakeChance.Of(file.Case.Id, right.Value, at));
        }
        else if (earlier.StaysUnder(right))
        {
            earlier.Right = right!.Value;
        }
        else if (right is RetakeRight.Planned or RetakeRight.OnRequest)
        {
            earlier.Restart(right.Value, at);
        }
        else
        {
            file.Db.Remove(earlier);
        }
    }
}
