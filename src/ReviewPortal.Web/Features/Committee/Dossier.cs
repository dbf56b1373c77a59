using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>What the board sees of a case on one page.</summary>
public sealed record Dossier
{
    public required SittingId Sitting { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required Suspicion? Suspicion { get; init; }

    public required string Inference { get; init; }

    /// <summary>What the examiner reported (UU-EXR-1); null when the case began with a proces-verbaal.</summary>
    public required ExaminerReport? ByExaminer { get; init; }

    public required string? ReportedBy { get; init; }

    public required DateTimeOffset? ReportedAt { get; init; }

    public required ImmutableArray<DossierMoment> Moments { get; init; }

    public required ImmutableArray<DossierMessage> Messages { get; init; }

    public required ImmutableArray<TrackFacts> Tracks { get; init; }

    public required ImmutableArray<TimelineLine> Timeline { get; init; }

    public required string Findings { get; init; }

    public required DateOnly? ReactBy { get; init; }

    /// <summary>When the student was reminded of the invitation.</summary>
    public required DateTimeOffset? RemindedAt { get; init; }

    public required string? View { get; init; }

    public required ViewForm? ViewForm { get; init; }

    public required DateTimeOffset? ViewAt { get; init; }

    /// <summary>Who speaks for the student; null when nobody does.</summary>
    public required NamedRepresentative? Representative { get; init; }

    /// <summary>The files that came with the view.</summary>
    public required ImmutableArray<AttachedFile> Attachments { get; init; }

    public required DossierHearing? Hearing { get; init; }

    public required DateOnly? Session { get; init; }

    public required ImmutableArray<string> SessionMembers { get; init; }

    /// <summary>Whom the secretary can put on the session, and who of them is involved in the case.</summary>
    public required ImmutableArray<MemberChoice> Members { get; init; }

    public required ImmutableDictionary<CaseAction, Answer> May { get; init; }

    /// <summary>May this person fill in the form for it?</summary>
    public required ImmutableDictionary<CaseAction, Answer> ToPrepare { get; init; }

    public required Closing? Closing { get; init; }

    public required DateOnly EarliestReactBy { get; init; }

    public required DateOnly LatestReactBy { get; init; }

    public required BoardRecords Records { get; init; }

    public required CaseNumber Number { get; init; }

    /// <summary>The board gives the caution before a hearing (<see cref="BoardPolicy"/>).</summary>
    public required bool CautionIsGiven { get; init; }

    /// <summary>What the page holds and the file does not: judged here as the action will judge it.</summary>
    public Answer MayOnce(CaseAction action, params ImmutableArray<(Requirement Need, bool Met)> onPage)
    {
        if (!MayPrepare(action)) return May[action];
        var unmet = May[action] is Refused refused ? refused.Unmet : [];
        ImmutableArray<Requirement> rest = [.. unmet.Where(need => onPage.All(item => item.Need != need)), .. onPage.Where(item => !item.Met).Select(item => item.Need)];
        return rest.IsEmpty ? new Done(CaseLifecycle.Table.First(row => row.Action == action)) : new Refused(action, RefusalKind.Unmet) { Unmet = rest };
    }

    public bool MayPrepare(CaseAction action) => May[action] is Done or Refused { Kind: RefusalKind.Unmet };

    public static async Task<Dossier> OfAsync(CaseFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var id = file.Case.Id;
        var events = await file.Db.CaseEvents.Where(item => item.Case == id).OrderBy(item => item.Version).ToListAsync(ct);
        var printed = await file.Db.PrintedAtAsync(id, events, ct);
        var members = (await file.Db.WithRoleAsync(Role.BoardMember, ct)).Concat(await file.Db.WithRoleAsync(Role.Chair, ct)).DistinctBy(member => member.Id);
        var barred = file.After.Ground().MustDifferFrom;
        return new Dossier
        {
            Sitting = file.Sitting.Id,
            Start = file.Sitting.Start,
            Suspicion = file.Report?.Suspicion,
            Inference = file.Report?.Inference ?? "",
            ByExaminer = file.ExaminerReport,
            ReportedBy = file.Report?.SignedByName,
            ReportedAt = file.Report?.SignedAt,
            Moments = [.. file.ReportedMarks.Where(mark => mark.Category.Kind is not GroundKind.Netiquette).Select(mark => new DossierMoment(mark.Fragment, mark.Category, mark.Seen))],
            Messages = [.. file.Messages.Select(line => new DossierMessage(line.At, line.From, line.Text))],
            Tracks = TrackFacts.Of(file.Sitting, file.Recordings),
            Timeline = [.. events.Select(item => new TimelineLine(item.At, item.Action, item.ByName, item.ByRole, item.To, item.Note) { IsPrinted = printed.Contains(item.At) })],
            Findings = file.Investigation?.Findings ?? "",
            ReactBy = file.Invitation?.ReactBy,
            RemindedAt = file.Invitation?.RemindedAt,
            View = file.View?.ReceivedAt is null ? null : file.View.Whole(file.Hearing, Ui.Here.Language),
            ViewForm = file.View?.Form,
            ViewAt = file.View?.ReceivedAt,
            Representative = NamedRepresentative.Of(file.Representative, file.Attachments),
            Attachments = [.. file.WithView.Select(AttachedFile.Of)],
            Hearing = file.Hearing is { } hearing ? new DossierHearing(hearing.PlannedAt, hearing.Place, new HearingReport(hearing.Attendees, hearing.Statement, hearing.Minutes, hearing.CautionGiven), hearing.CommentedAt is null ? "" : hearing.Comment, hearing.CommentedAt) : null,
            Session = file.Session?.Date,
            SessionMembers = file.Session is null ? [] : [.. file.Session.Members.Select(member => member.Name)],
            Members = [.. members.Select(member => new MemberChoice(member.Id, member.Name, file.Conflict.WithBoard(member), barred.Contains(member.Id)))],
            May = file.AskEach(Enum.GetValues<CaseAction>()),
            Records = await BoardRecords.OfAsync(file, ct),
            Number = file.Case.Number,
            CautionIsGiven = file.Policy.CautionBeforeHearing,
            ToPrepare = file.AskToPrepareEach([CaseAction.ProposeClosing, CaseAction.WaiveView]),
            Closing = file.Case.State is CaseState.UnderInvestigation ? file.Closing : null,
            EarliestReactBy = Invitation.EarliestReactBy(file.Now),
            LatestReactBy = Invitation.LatestReactBy(file.Now),
        };
    }
}

public sealed record DossierMoment(Fragment Fragment, Ground Category, string Seen);

public sealed record DossierMessage(double At, MessageFrom From, string Text);

public sealed record TimelineLine(DateTimeOffset At, CaseAction Action, string By, Role As, CaseState To, string? Note)
{
    /// <summary>Its letter was made to be posted or handed over.</summary>
    public bool IsPrinted { get; init; }
}

public sealed record DossierHearing(DateTimeOffset? PlannedAt, string Place, HearingReport Report, string Comment, DateTimeOffset? CommentedAt);

/// <param name="IsBarred">Took the decision that was annulled, and the ruling orders others to decide (WHW 7.61 lid 5).</param>
public sealed record MemberChoice(PersonId Id, string Name, bool HasConflict, bool IsBarred)
{
    public bool MaySit => !HasConflict && !IsBarred;
}
