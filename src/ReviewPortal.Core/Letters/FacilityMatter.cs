using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Necessity;

namespace ReviewPortal.Core.Letters;

/// <summary>Everything the letter on a request for a special facility may have to say (L9).</summary>
/// <param name="Date">The day on the letter: the day of publication in Amsterdam.</param>
public sealed record FacilityMatter(Institution Institution, DateOnly Date, Addressee Addressee, FacilityRequest Request)
{
    /// <summary>By what the letter will be known; null for a draft.</summary>
    public Imprint? Imprint { get; init; }

    /// <summary>How this letter goes out.</summary>
    public SendingChannel Channel { get; init; }

    /// <summary>The last day on which the request is kept, if nothing keeps it longer.</summary>
    public DateOnly? KeptUntil { get; init; }

    /// <summary>The letter that makes this decision known; null while there is none.</summary>
    public LetterKind? Kind => Request.Decision is { } decision ? decision.Granted ? LetterKind.FacilityGranted : LetterKind.FacilityRefused : null;

    /// <summary>The last day to appeal, when the letter is published on its date.</summary>
    public Deadline AppealTerm => StatutoryTerms.Appeal(Date);

    /// <summary>The students whom the letter is not to, and may not name.</summary>
    public OtherStudents Others { get; init; } = OtherStudents.None;

    /// <summary>What the board wrote itself for this letter: what it can still mend.</summary>
    public string OwnWords => Request.Decision is not { } decision
        ? ""
        : string.Join('\n', new[] { decision.Reasons, decision.Proportionality, decision.ReplyToView, Request.Assessment?.SpecialReasons, Request.Assessment?.AlternativeReasons, Request.Assessment?.LighterReasons, Request.Assessment?.LateReasons, Request.View?.Differing }.OfType<string>());
}
