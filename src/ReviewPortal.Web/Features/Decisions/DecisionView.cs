using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Decisions;

/// <summary>What a member sees while deciding: the draft, what it can rest on, and what is still missing for each outcome.</summary>
public sealed record DecisionView
{
    public required DecisionDraft Draft { get; init; }

    /// <summary>Under which the texts of the page say what a draft decides.</summary>
    public static string KeyOf(DecisionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft is { Outcome: Outcome.Fraud, Sanction: null } ? "Decided.Fraud.NoSanction" : draft.Outcome is Outcome.Fraud ? "Decided.Fraud" : $"Outcome.{draft.Outcome}";
    }

    public required int Revision { get; init; }

    /// <summary>The letter that was published, also when what it says was annulled; null before.</summary>
    public required Guid? Letter { get; init; }

    /// <summary>Where the sanction stands today; null before publication, or when it has no duration.</summary>
    public required SanctionRun? SanctionRun { get; init; }

    public required string? SignedBy { get; init; }

    public required string? CoSignedBy { get; init; }

    /// <summary>The last signature; null while it is a draft.</summary>
    public required DateTimeOffset? SignedAt { get; init; }

    public required DateOnly ExamDate { get; init; }

    public required string ExamTitle { get; init; }

    public required DateTimeOffset Start { get; init; }

    /// <summary>What earlier rooms give the decision to rest on.</summary>
    public required DecisionGround Ground { get; init; }

    /// <summary>Today in Amsterdam: no exclusion begins before it.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>What the student reported inside the sitting: the only thing that opens force majeure.</summary>
    public required ImmutableArray<ReportChoice> Reports { get; init; }

    public required ImmutableArray<GivenInstruction> Instructions { get; init; }

    /// <summary>The student's view to be answered; null when there is none.</summary>
    public required string? View { get; init; }

    /// <summary>What the student remarked on the minutes of the hearing; null when nothing was handed in.</summary>
    public required string? MinutesComment { get; init; }

    /// <summary>Why a member sent it back to deliberation, last; null when nobody did.</summary>
    public required ReturnedDraft? Returned { get; init; }

    /// <summary>When the student said more, or asked to be heard, after the board began to deliberate; null when that has been looked at.</summary>
    public required DateTimeOffset? AddedAt { get; init; }

    /// <summary>The reply in the draft was written before that.</summary>
    public bool ReplyIsOlder => Ground.ReplyIsOlder;

    /// <summary>The language in which the letter goes out.</summary>
    public required Language LetterLanguage { get; init; }

    /// <summary>The letter as it would read now; null as long as nothing says which kind it is, and once it was published.</summary>
    public required Document? Draws { get; init; }

    public required bool MayWrite { get; init; }

    /// <summary>What in the words keeps the letter back, each with its place; of what was published, nothing.</summary>
    public required ImmutableArray<LetterFault> Faults { get; init; }

    public required ImmutableDictionary<Outcome, Answer> ToDecide { get; init; }

    public required Answer ToCoSign { get; init; }

    /// <summary>A member of the session other than the first signatory can return it, as long as it has not been published.</summary>
    public required bool MayReturn { get; init; }

    /// <summary>Null for who is not of the board: what was decided in other cases is the board's to compare.</summary>
    public required ImmutableArray<Comparable>? Comparables { get; init; }

    /// <summary>The kinds of marks on which the comparison rests.</summary>
    public required ImmutableArray<Ground> ComparedGrounds { get; init; }

    public static async Task<DecisionView?> OfAsync(CaseFile file, DecisionDraft? unsaved, DocumentPress press, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        // The executive board comes for its own decision while the board writes another (Awb 3:40).
        if (file.Decision is not { } decision || !CaseSight.MayKnowOutcome(file.Case.State, file.Actor.Roles)) return null;

        var draft = unsaved ?? decision.Draft;
        var (revision, signedBy, coSignedBy, signedAt) = (decision.Revision, decision.SignedByName, decision.CoSignedByName, decision.CoSignedAt ?? decision.SignedAt);
        var letter = await DrawsOfAsync(file, decision, draft, press, ct);
        var faults = letter is null ? [] : await press.WordFaultsAsync(file, ct);
        file.State(Requirement.WordsFitForLetter, faults.IsEmpty);
        var last = await LastAsync(file, ct);
        return new DecisionView
        {
            Faults = faults,
            Draft = draft,
            Revision = revision,
            Letter = IssuedIn(file)?.Id,
            // What stands meanwhile is not what is being written here.
            SanctionRun = file.StandingLetter is null || file.After.Kept is not null ? null : file.SanctionRun,
            SignedBy = signedBy,
            SignedAt = signedAt,
            CoSignedBy = coSignedBy,
            ExamDate = Amsterdam.DateOf(file.Sitting.Start),
            ExamTitle = file.Exam.Title,
            Start = file.Sitting.Start,
            Ground = file.DecisionGround with { Decision = null },
            Today = Amsterdam.DateOf(file.Now),
            Reports = [.. file.Messages.Where(line => line.IsReportDuring(file.Sitting)).Select(line => new ReportChoice(line.Id, line.At, line.Text))],
            Instructions = [.. file.Exam.Instructions.Select(item => new GivenInstruction(item.Id, item.Dutch, item.English, item.DeliveredAt <= file.Sitting.Start))],
            View = file.View is { NeedsReply: true } view ? view.Whole(file.Hearing, Ui.Here.Language) : null,
            MinutesComment = file.Hearing is { CommentedAt: not null } heard ? heard.Comment : null,
            Returned = last is { Action: CaseAction.ReturnToDeliberation, Note: { } note } ? new ReturnedDraft(last.ByName, last.At, note) : null,
            AddedAt = AddedAtOf(file, last),
            LetterLanguage = file.LetterLanguage,
            MayWrite = file.AskToPrepare(CaseAction.DecideValid).IsDone,
            Draws = letter,
            ToCoSign = file.Ask(CaseAction.CoSign),
            MayReturn = file.AskToPrepare(CaseAction.ReturnToDeliberation).IsDone && decision.SignedBy != file.Actor.Id,
            ToDecide = Enum.GetValues<Outcome>().ToImmutableDictionary(outcome => outcome, outcome => AskFor(file, decision, draft, outcome, outcome != draft.Outcome || faults.IsEmpty)),
            Comparables = file.Actor.Is(Role.BoardSecretary) || Roles.Board.Any(file.Actor.Is) ? await Comparable.ToAsync(file, ct) : null,
            ComparedGrounds = [.. file.Observations.Where(mark => mark.CarriesReport).Select(mark => mark.Category).DistinctBy(ground => ground.Code)],
        };
    }

    private static Task<CaseEvent?> LastAsync(CaseFile file, CancellationToken ct)
    {
        var id = file.Case.Id;
        return file.Db.CaseEvents.Where(item => item.Case == id).OrderByDescending(item => item.Version).FirstOrDefaultAsync(ct);
    }

    private static DateTimeOffset? AddedAtOf(CaseFile file, CaseEvent? last) => file.Case.State switch
    {
        CaseState.HearingScheduled => file.Case.Since,
        CaseState.ViewsReceived or CaseState.Deliberation when last is { Action: CaseAction.SupplementView } || file.DecisionGround.ReplyIsOlder => file.View?.CompleteAt,
        _ => null,
    };

    // What was annulled was issued once, with its own day: it is shown as it went, and not drawn anew.
    private static Letter? IssuedIn(CaseFile file) => file.Case.State is CaseState.Annulled ? file.After.Letter : file.StandingLetter;

    // As its preview: with only what belongs to the outcome. What is asked of each outcome afterwards writes its own.
    private static async Task<Document?> DrawsOfAsync(CaseFile file, Decision decision, DecisionDraft draft, DocumentPress press, CancellationToken ct)
    {
        if (IssuedIn(file) is not null || !LetterKinds.IsKnown(draft)) return null;
        if (!decision.IsSigned) decision.Write(draft.ForItsOutcome());
        return await press.DraftAsync(file, file.DecisionKind, ct);
    }

    // Each outcome is asked of the draft as it would be signed. The file was opened to look; nothing of this is kept.
    private static Answer AskFor(CaseFile file, Decision decision, DecisionDraft draft, Outcome outcome, bool fits)
    {
        file.State(Requirement.WordsFitForLetter, fits);
        if (!decision.IsSigned) decision.Write((draft with { Outcome = outcome }).ForItsOutcome());
        return file.Ask(Decide.ActionFor(outcome));
    }
}

public sealed record ReturnedDraft(string By, DateTimeOffset At, string Reasons);

public sealed record ReportChoice(long Id, double At, string Text);

public sealed record GivenInstruction(string Id, string Dutch, string English, bool WasGiven)
{
    public string Text(Language language) => language is Language.English ? English : Dutch;
}
